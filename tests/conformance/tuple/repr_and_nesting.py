# Printing tuples in all company; deep nesting; self reference through a list.
print(repr((1,)), str((1, 2)), repr(()), ((1,),), [(1,), ()], {(1,): (2,)}, ("it's", 'a"b', "\n"),
    (None, True, ..., 1.0, 1j), (b"x", bytearray(b"y")), (range(3), slice(1)))
l = []
t = (l,)
l.append(t)
print(t, l)
deep = ()
for _ in range(50):
    deep = (deep,)
print(repr(deep) == "(" * 50 + "()" + ",)" * 50, len(deep))
print("%s" % ((1, 2),), "%s %s" % (1, 2), "{}".format((1, 2)), f"{(1, 2)}", f"{1, 2}",
    "{0[1]}".format((5, 6)), "%r" % ((1,),))
class Shy:
    def __repr__(self):
        return "shy"
print((Shy(), [Shy()], {Shy().__repr__(): Shy()}), str((Shy(),)), (Shy,)[0].__name__)
class Fails:
    def __repr__(self):
        raise LookupError("no repr")
try:
    repr((1, Fails()))
except LookupError as e:
    print(e)
