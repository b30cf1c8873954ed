# loop targets are any assignment target
for a, b in [(1, 2), "xy", {3: 0, 4: 0}]:
    print(a, b)
for i, (a, [b, c]) in enumerate([(1, (2, 3)), (4, [5, 6])]):
    print(i, a, b, c)
for first, *rest in ["abc", (1,), [1, 2]]:
    print(first, rest)
d = {}
for d["k"] in range(3):
    pass
print(d)
lst = [0, 0]
for lst[0], lst[1] in [(1, 2), (3, 4)]:
    print(lst)


class Box:
    pass


box = Box()
for box.value in "pq":
    print(box.value)
for x in 1, 2, 3:
    print(x, end=" ")
print()
for x in *[1, 2], 3:
    print(x, end=" ")
print()
try:
    for a, b in [(1, 2, 3)]:
        pass
except ValueError as e:
    print(e)
try:
    for a, b in [1]:
        pass
except TypeError as e:
    print(e)
try:
    for a in 5:
        pass
except TypeError as e:
    print(e)
print([x for x in range(0)], a)
