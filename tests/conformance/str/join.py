# join over any iterable of strings, with the index of the wrong item in the error.
print(", ".join(["a", "b", "c"]), "".join("abc"), "-".join("xyz"), "x".join([]), "x".join(["one"]),
    "".join([]) == "", "é".join(("a", "☃", "😀")))
print(",".join({"k": 1, "l": 2}), "+".join(str(i) for i in range(4)), " ".join(map(repr, [1, "a"])),
    "\n".join(["l1", "l2"]), "ab".join(iter("12")))
class S(str):
    pass
print("-".join([S("p"), S("q")]), type("-".join([S("p")])).__name__, type("".join(["a"])).__name__)
for f in (lambda: ",".join(["a", 1]), lambda: ",".join([1]), lambda: ",".join(["a", "b", None]),
        lambda: ",".join(5), lambda: ",".join([b"a"]), lambda: ",".join(), lambda: ",".join("a", "b"),
        lambda: ",".join(["a", ["b"]]), lambda: ",".join(None)):
    try:
        print(f())
    except TypeError as e:
        print(e)
def broken():
    yield "a"
    raise KeyError("stop")
try:
    "".join(broken())
except KeyError as e:
    print("KeyError", e)
print(len("ab".join(["x" * 100] * 100)))
