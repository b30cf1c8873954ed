a, b, c = 1, 2, 3
del a
try:
    a
except NameError as e:
    print(e)
del (b, c)
print("b" in globals(), "c" in globals())
lst = list(range(10))
del lst[0], lst[-1]
print(lst)
del lst[1:4], lst[::2]
print(lst)
d = {1: 1, 2: 2}
del d[1]
print(d)


class C:
    x = 1


o = C()
o.y = 2
del o.y
print(hasattr(o, "y"), o.__dict__)
del C.x
print(hasattr(C, "x"))
[p, q] = 1, 2
del [p], q
del ()
for text in ("del nope", "del lst[99]", "del d[99]", "del o.nope", "del 'abc'[0]", "del (1,2)[0]", "del o.__class__",
             "del int.real", "del [].append", "del 5 .real", "del None.x"):
    try:
        exec(text)
        print(text, "fine")
    except Exception as e:
        print(text, type(e).__name__, e)


def f():
    x = 1
    del x
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x


print(f())
