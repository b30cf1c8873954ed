for bases in ("int, str", "int, float", "list, dict", "list, tuple", "str, bytes", "dict, set", "int, list", "Exception, int", "list, Exception", "OSError, SystemExit", "type, int",
              "int, object", "bool,", "type(None),", "type(...),", "range,", "slice,", "type(lambda: 0),", "type(len),", "memoryview,", "type(iter([])),", "complex,", "enumerate,", "zip, ", "map,", "property,",
              "staticmethod,", "super,", "object,", "type,", "float, complex", "bytes, bytearray", "filter,", "reversed,", "classmethod,"):
    try:
        exec(f"class X({bases}): pass")
        print(bases, "fine")
    except TypeError as e:
        print(bases, "|", e)


class A(int):
    pass


class B(A):
    pass


class Mixin:
    def hello(self):
        return "hello " + repr(self)


class C(Mixin, int):
    pass


class D(Mixin, B):
    pass


print(D(5) + 1, D(5).hello(), [k.__name__ for k in D.__mro__], D.__base__.__name__)


class E(Mixin, str):
    pass


try:
    class F(C, E):
        pass
except TypeError as e:
    print(e)


class G(Mixin, Exception):
    pass


class H(G, ValueError):
    pass


print(H("x").hello(), H.__base__.__name__)
a, b = A(1), C(1)
try:
    a.__class__ = B
    print(type(a).__name__, a + 1)
except TypeError as e:
    print("TypeError")
try:
    a.__class__ = E
except TypeError as e:
    print(e)
