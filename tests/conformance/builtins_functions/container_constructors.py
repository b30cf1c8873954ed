print(list(), list("ab"), list((1, 2)), list({1: 2}), list(range(2)), list(x for x in "a"), tuple(), tuple("ab"), tuple([1]), set(), sorted(set("aab")), frozenset([1, 1]), dict(), dict(a=1), dict([("a", 1), ("b", 2)]), dict({"a": 1}, b=2), dict([["x", 1]], y=2), dict(zip("ab", [1, 2])), dict(["ab", "cd"]))
print(bytes(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytearray(), bytearray(2), bytearray(b"a"), bytearray("a", "ascii"), bytes(bytearray(b"z")), memoryview(b"ab").tolist(), bytes(memoryview(b"q")))
a = [1, [2]]
b = list(a)
print(b == a, b is a, b[1] is a[1], tuple((1, 2)) == (1, 2), dict(d := {"k": 1}) == d, dict(d) is d, set(s := {1}) is s)
for text in ("list(5)", "tuple(None)", "set(5)", "set([[]])", "frozenset([{}])", "dict(5)", "dict([1])", "dict([(1, 2, 3)])", "dict(['abc'])", "dict([[]])", "dict({}, {})", "dict(a=1, **{'a': 2})", "dict({1: 2}, **{1: 2})", "bytes(-1)", "bytes('a')", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes(1.5)", "bytes(5, 'ascii')", "bytes('é', 'ascii')", "bytearray('a')", "bytearray([300])", "list(1, 2)", "tuple(x=1)", "set(1, 2)", "list(x=1)", "memoryview('a')", "memoryview()", "dict([([], 1)])", "bytes(None)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
print(dict(dict=1, self=2, list=3), {**dict(a=1)}, dict.fromkeys("ab"), dict.fromkeys([1], []), dict([(1, "a"), (1.0, "b"), (True, "c")]), list(map(list, ["ab", "c"])), list(zip(*[[1, 2], [3, 4]])))
print(object() is not None, type(object()).__name__, hasattr(object(), "__dict__"), list[int]([1]), dict[str, int](a=1), tuple[int]("a"))
