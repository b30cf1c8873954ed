class A:
    def __repr__(self):
        return "A-repr"


class B:
    def __str__(self):
        return "B-str"


class C:
    def __format__(self, spec):
        return f"C<{spec}>"


a, b, c = A(), B(), C()
print(a, str(a), repr(a), f"{a}", f"{a!s:>8}", "%s|%r" % (a, a), [a])
print(b, repr(b).startswith("<__main__.B object"), [b][0], f"{b:}", "%s" % b)
print(f"{c}", f"{c:abc}", "{:x y}".format(c), format(c), format(c, "z"), f"{c:{1}{2}}", "{0:{1}}".format(c, "nested"))
try:
    f"{a:>10}"
except TypeError as e:
    print(e)
try:
    format(a, 5)
except TypeError as e:
    print(e)


class BadStr:
    def __str__(self):
        return 5

    def __repr__(self):
        return None

    def __format__(self, spec):
        return 7


for f in (lambda: str(BadStr()), lambda: repr(BadStr()), lambda: f"{BadStr()}", lambda: f"{BadStr()!r}", lambda: "%s" % BadStr(), lambda: print(BadStr())):
    try:
        f()
    except TypeError as e:
        print(e)


class Sub(str):
    pass


class RetSub:
    def __str__(self):
        return Sub("sub")

    __repr__ = __str__


print(RetSub(), type(str(RetSub())).__name__, type(repr(RetSub())).__name__)


class Bytes:
    def __bytes__(self):
        return b"from bytes"


print(bytes(Bytes()))


class BadBytes:
    def __bytes__(self):
        return "str"


try:
    bytes(BadBytes())
except TypeError as e:
    print(e)


class Both:
    def __repr__(self):
        return f"{type(self).__name__}()"

    __str__ = lambda self: "both"


print(Both(), [Both()], {Both(): Both()}, (Both(),))


class Uni:
    def __repr__(self):
        return "é\n"


print(ascii(Uni()), [Uni()], "%a" % Uni())
