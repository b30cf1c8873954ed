print("never printed")
data = {
    "a": [1, 2, 3],
    "b": (4, 5,
}
print(data)
