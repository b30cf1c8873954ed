# append, extend, insert, += and their corners.
a = []
print(a.append(1), a.extend([2, 3]), a.insert(0, 0), a)
a.insert(-1, "b")
a.insert(100, "end")
a.insert(-100, "start")
print(a)
a.extend("xy")
a.extend({"k": 1})
a.extend(x for x in range(2))
a.extend(())
print(a)
a = [1, 2]
a.extend(a)
a += a
print(a)
b = a
b += (9,)
b += "z"
print(a is b, a)
a = a + [10]
print(a is b, len(a), len(b))
def source(target):
    yield 1
    target.append("during")
    yield 2
c = []
c.extend(source(c))
print(c)
def failing():
    yield "kept"
    raise ValueError("stop")
try:
    c.extend(failing())
except ValueError as e:
    print(e, c)
for f in (lambda: a.append(), lambda: a.append(1, 2), lambda: a.extend(5), lambda: a.extend(),
    lambda: a.insert(1), lambda: a.insert("0", 1), lambda: a.insert(1.0, 1), lambda: a + (1,),
    lambda: a + "x", lambda: a + None, lambda: (1,) + a, lambda: a.__iadd__(5), lambda: a - [1]):
    try:
        print(f())
    except TypeError as e:
        print(e)
