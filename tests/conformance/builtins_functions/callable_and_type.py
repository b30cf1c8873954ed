class C:
    def __call__(self):
        pass

    def m(self):
        pass


class D:
    pass


for x in (len, print, int, C, C(), D, D(), C().m, C.m, lambda: 0, "".join, 5, None, "len", [], type, object, (x for x in []), ValueError, property(), staticmethod(len), classmethod(len)):
    print(callable(x), end=" ")
print()
print(type(5), type("a"), type([]), type(None), type(len), type(print), type(C), type(C()), type(C().m), type(lambda: 0), type(type), type(object()), type(...), type(NotImplemented))
print(type(1j), type(b""), type(()), type({}), type({1}), type(frozenset()), type(range(1)), type(slice(1)), type(iter([])), type(x for x in []), type(ValueError()), type(__import__("sys")), type(property()), type(1.5), type(True))
print([type(x).__name__ for x in (iter(""), iter(()), iter({}), iter({1}), iter(range(1)), {}.keys(), {}.values(), {}.items(), iter({}.items()), enumerate([]), zip(), map(len, []), filter(None, []), reversed([]), reversed(""), super(C, C()), memoryview(b""), bytearray(), iter(b""), iter(len, 1))])
print(type(5) is int, type(C()) is C, type(C) is type, type(type) is type, isinstance(type, type), type(5)("7"), type([])("ab"))
d = D()
d.__call__ = lambda: 1
print(callable(d), d.__class__ is type(d))
