class E1(Exception):
    def __init__(self, a, b):
        self.a, self.b = a, b


class E2(E1):
    def __init__(self, *args):
        super().__init__(*args)
        Exception.__init__(self, "set", "later")


class E3(OSError):
    pass


class E4(StopIteration):
    def __init__(self, v):
        super().__init__(v, "extra")


class E5(KeyError):
    def __str__(self):
        return "E5:" + super().__str__()


class E6(BaseException):
    pass


class E7(SystemExit):
    pass


class E8(Exception):
    def __new__(cls, *a):
        self = super().__new__(cls, *a)
        self.seen = a
        return self


class E9(UnicodeError):
    pass


class E10(SyntaxError):
    pass


for make in (lambda: E1(1, 2), lambda: E2(1, 2), lambda: E3(2, "no"), lambda: E3("just text"), lambda: E4(5), lambda: E5("k"), lambda: E6("b"), lambda: E7(3), lambda: E8(1, 2), lambda: E9("u"), lambda: E10("syn", ("f", 1, 2, "t"))):
    try:
        raise make()
    except BaseException as e:
        print(type(e).__name__, repr(e), "|", str(e), "|", e.args, "|", {k: v for k, v in e.__dict__.items()})
print(E4(5).value, E7(3).code, E3(2, "x").errno, E3(1, "m", "file").filename, isinstance(E3(2, "x"), FileNotFoundError))
try:
    raise E6
except Exception:
    print("no")
except BaseException as e:
    print("base only", type(e).__name__)


class Iter:
    def __iter__(self):
        return self

    def __next__(self):
        raise E4("ends loops")


print(list(Iter()))


class Multi(ValueError, KeyError):
    pass


for cls in (ValueError, KeyError, LookupError):
    try:
        raise Multi("m")
    except cls as e:
        print(cls.__name__, e)
try:
    class Bad(OSError, StopIteration):
        pass
except TypeError as e:
    print(e)
try:
    class Bad2(SyntaxError, ImportError):
        pass
except TypeError as e:
    print(e)
