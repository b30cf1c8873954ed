# Methods called through the class, wrong receivers and unknown attributes.
print(str.upper("abc"), str.join("-", ["a", "b"]), str.split("a b"), list(map(str.strip, [" a ", "b "])),
    sorted(["b", "A", "c"], key=str.lower), str.format("{}", 1), str.__name__)
print(callable("".join), "abc".upper.__name__, str.isdigit("12"), [m for m in ("find", "index", "nope",
    "encode") if hasattr("", m)])
for f in (lambda: str.upper(1), lambda: str.upper(), lambda: str.join(1, []), lambda: "a".nope,
        lambda: str.nope, lambda: "a".upper.x, lambda: setattr("a", "x", 1), lambda: len(str),
        lambda: iter(str), lambda: str.lower(b"A")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
it = iter("ab")
print(next(it), next(it), next(it, "end"), list(it), type(it).__name__)
a, b, *c = "hello"
print(a, b, c, [*"xy"], {*"z"}, dict(["k1", "j2"]), dict(zip("ab", "cd")), tuple("é☃"))
try:
    a, b = "abc"
except ValueError as e:
    print(e)
