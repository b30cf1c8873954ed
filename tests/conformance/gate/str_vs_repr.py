# print uses str, containers use repr of their items


class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Bad:
    def __repr__(self):
        return 5


b = Both()
o = OnlyRepr()
print(b, o)
print([b, o], (b,), {b.__str__(): b}, {"k": o})
print("%s %r" % (b, b), f"{b} {b!r} {b!s}", "{} {!r}".format(b, b))
print(str(b), repr(b), ascii(b))
print(str("a'b"), repr("a'b"), [str("a'b")])
try:
    print(Bad())
except TypeError as e:
    print(e)
try:
    str([Bad()])
except TypeError as e:
    print(e)
