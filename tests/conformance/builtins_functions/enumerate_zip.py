print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate(iterable="a", start=2)), list(enumerate([])), list(enumerate("a", 10 ** 30)))
print(list(zip()), list(zip("ab")), list(zip("ab", "xyz")), list(zip([1, 2], (3, 4), "pq")), list(zip(range(3), [])), list(zip("ab", "cd", strict=True)))
e = enumerate("xy")
print(next(e), next(e), next(e, "end"), iter(e) is e)
a, b = zip(*[(1, "a"), (2, "b")])
print(a, b, dict(zip("ab", [1, 2])), [x + y for x, y in zip([1, 2], [10, 20])])
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), list(it))
x, y = iter("abc"), iter("12")
print(list(zip(x, y)), list(x), list(y))
x, y = iter("12"), iter("abc")
print(list(zip(x, y)), list(x), list(y))
for i, (p, q) in enumerate(zip("ab", [1, 2])):
    print(i, p, q)
for text in ("enumerate()", "enumerate(5)", "enumerate([], 'x')", "enumerate([], 1.5)", "zip(5)", "zip([], 5)", "list(zip('a', 'ab', strict=True))", "list(zip('ab', 'a', strict=True))", "list(zip('ab', 'ab', 'a', strict=True))", "zip(strict=1, x=2)", "enumerate([], 0, 1)"):
    try:
        print(text, eval(text))
    except Exception as ex:
        print(text, type(ex).__name__, ex)
z = zip([1, 2], [3, 4])
print(z is iter(z), next(z), list(z), list(z), type(z).__name__)


def gen():
    yield 1
    raise KeyError("in gen")


try:
    list(zip("abc", gen()))
except KeyError as ex:
    print(repr(ex))
