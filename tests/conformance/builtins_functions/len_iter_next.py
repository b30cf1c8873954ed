print(len(""), len("é😀"), len([1, 2]), len({}), len({1}), len(range(5)), len(range(0, 10, 3)), len(b"abc"), len((1,)), len(bytearray(3)), len(memoryview(b"ab")), len({}.keys()), len(range(10 ** 10)))
for bad in (5, None, iter([]), (x for x in []), map(str, []), object(), type, len, 1.5):
    try:
        len(bad)
    except TypeError as e:
        print(e)
it = iter([1, 2])
print(next(it), next(it), next(it, "dflt"), next(it, None))
try:
    next(it)
except StopIteration as e:
    print(repr(e))
for text in ("next(5)", "next([])", "next()", "next(iter([]), 1, 2)", "iter()", "iter(5)", "iter(None)", "iter(5, 5)", "iter([], 1)", "len()", "len([], [])", "next(range(3))", "iter(1, 2, 3)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
print(list(iter("ab")), iter(it) is it, list(iter({"k": 1})), [type(iter(x)).__name__ for x in ("", [], (), {}, set(), range(0), b"")])
n = iter([5, 4, 3, 0, 2])
print(list(iter(lambda: next(n), 0)), list(n))
try:
    len(range(2 ** 70))
except OverflowError as e:
    print(e)
print(range(2 ** 70)[-1], bool(range(0)), bool(range(2 ** 70)))
