x = 5
print(eval("x + 1"), eval("  x"), eval("[i for i in range(3)]"), eval("(lambda a: a * 2)(4)"), eval("'a' 'b'"), eval("x if x else 0"))
print(eval("x", {"x": 10}), eval("x + y", {"x": 1}, {"y": 2}), eval("x", {"x": 1}, {"x": 2}), eval("len('abc')", {}))
print(eval(b"1 + 1"), eval(bytearray(b"2 * 3")), eval(memoryview(b"7")), eval("\n 1".strip()), eval("(1\n+\n2)"))
g = {}
eval("1", g)
print(list(g), eval("__builtins__ is not None", g))
print(eval("print('printed')"), eval("None"), eval("..."), eval("{'a': [1, (2,)]}"), eval("-2 ** 2"), eval("1,"), eval("(*[1], 2)"))


def f(a):
    b = 2
    return eval("a + b"), eval("sorted(locals())"), eval("x"), eval("[a for _ in range(2)]", {"a": "global a"})


print(f(1))


def comp(a):
    try:
        return eval("[a for _ in range(2)]")
    except NameError as e:
        return str(e)


print(comp(1))
for bad in ("x = 1", "1 +", "undefined_name", "1 / 0", "import sys", "", "pass", "1; 2"):
    try:
        print(eval(bad))
    except Exception as e:
        print(type(e).__name__, e)
for bad in (5, None, ["1"], b"\xff", "\x00", "1\x00"):
    try:
        print(eval(bad))
    except Exception as e:
        print(type(e).__name__, e)
for args in (("x", 5), ("x", {}, 5), ("x", []), ()):
    try:
        print(eval(*args))
    except (TypeError, NameError) as e:
        print(type(e).__name__, e)


class M:
    def __getitem__(self, k):
        if k == "x":
            raise KeyError(k)
        return "item " + k


print(eval("y", {}, M()), eval("y + z", {}, M()), eval("x", {"x": "from globals"}, M()))
