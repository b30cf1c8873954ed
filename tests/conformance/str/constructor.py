# str() of everything, and of buffers with an encoding.
print(repr(str()), str(1), str(1.5), str(None), str(True), str([1, "a"]), str("s"), str(b"by"), str((1,)),
    str({"a": 1}), str({1}), str(1j), str(...), str(NotImplemented), str(range(3)), str(int),
    str(ValueError("x")))
print(str(b"abc", "ascii"), str(b"\xc3\xa9", "utf-8"), str(bytearray(b"x"), "utf-8"),
    str(memoryview(b"mv"), "utf-8"), str(b"\xff", "utf-8", "replace"), str(b"a", encoding="utf-8"),
    str(b"\xffb", errors="ignore"), repr(str(object=5)))
class A:
    def __str__(self):
        return "A!"
class B:
    def __repr__(self):
        return "B?"
class C:
    def __str__(self):
        return None
class D(str):
    def __str__(self):
        return "D str"
class E(str):
    def __new__(cls, n):
        return super().__new__(cls, "e" * n)
print(str(A()), str(B()), [A, B][0].__name__, str(D("d")), D("d") + "!", repr(D("d")), E(3), len(E(4)),
    type(E(2) + "x").__name__, type(str(D("d"))).__name__)
for f in (lambda: str(C()), lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"\xff", "utf-8"),
        lambda: str(b"a", "nope"), lambda: str(1, 2, 3, 4), lambda: str(foo=1),
        lambda: str(b"\xe9", "ascii")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
