a = 1
def f():
    global b
    b = a + 1
    return globals()['b'], locals()
print(f(), 'b' in globals(), __name__)
del a
try: a
except NameError as e: print(e)
print(len, max(1, 2))
