# bool is a kind of int with two values and its own repr.
print(True, False, repr(True), str(False), int(True), float(True), True + True, True * 10, -True, ~True,
    True == 1, True is True, False == 0, True == 1.0, True != "True")
print(isinstance(True, int), issubclass(bool, int), type(True).__name__, bool.__bases__, bool.__mro__,
    True.__class__, True.real, True.bit_length(), hash(True) == hash(1))
print(bool(), bool(0), bool(1), bool(""), bool("False"), bool([]), bool([0]), bool({}), bool(()),
    bool((None,)), bool(0.0), bool(-0.0), bool(0j), bool(1e-320), bool(None), bool(...), bool(range(0)),
    bool(b""), bool(object()), bool(int), bool(set()), bool(bytearray()))
print(True & False, True | False, True ^ True, True & 1, type(True & 1).__name__, type(True | False).__name__,
    not True, not [], not "a", type(not 5).__name__)
print([10, 20][True], "ab"[False], {True: "t", 1: "one"}, {1: "one", True: "t", 1.0: "f"},
    sum([True, True, False]), [True, 2].index(1), max(True, 0), "%d %s %r" % (True, True, True),
    f"{True:d} {True}")
for f in (lambda: bool(1, 2), lambda: bool(x=1), lambda: type("B", (bool,), {}), lambda: True.x,
        lambda: True + None):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
