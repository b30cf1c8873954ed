for cls in (Exception, ValueError, KeyError, StopIteration, OSError, SystemExit, AssertionError, NameError, ImportError, BaseException):
    for args in ((), ("x",), (1,), (1, "two"), ((1, 2),), ("it's",), (None,), ("",), ([1],)):
        e = cls(*args)
        print(repr(e), "|", str(e), "|", e.args)
e = ValueError("a", "b")
e.args = ("changed",)
print(e, repr(e))
e.args = [1, 2]
print(e.args)
try:
    e.args = 5
except TypeError as err:
    print(err)
print(repr(KeyError("a'b")), str(KeyError("a'b")), str(KeyError("k", 1)))
print([ValueError("in list")], {"k": KeyError(1)})


class Own(Exception):
    pass


print(repr(Own()), repr(Own(1)), repr(Own(1, 2)), str(Own(1, 2)), f"{Own('f')}", "%s" % Own("p"))
try:
    ValueError(x=1)
except TypeError as err:
    print(err)
