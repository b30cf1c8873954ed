g = ExceptionGroup("msg", [ValueError(1), ExceptionGroup("inner", [KeyError(2), TypeError(3)])])
print(g, repr(g), g.message, g.exceptions, g.args)
print(type(g).__mro__)
for args in (("m",), ("m", []), ("m", [5]), ("m", ValueError()), (5, [ValueError()]), ("m", [KeyboardInterrupt()]), (), ("m", [ValueError], 1), ("m", [ValueError])):
    try:
        print(ExceptionGroup(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
b = BaseExceptionGroup("base", [KeyboardInterrupt()])
print(type(b).__name__, type(BaseExceptionGroup("all exceptions", [ValueError()])).__name__, isinstance(b, Exception))
print(g.subgroup(ValueError), repr(g.subgroup(KeyError)), g.subgroup(OSError), g.subgroup((KeyError, TypeError)).exceptions)
print(g.subgroup(lambda e: isinstance(e, ValueError)), g.subgroup(lambda e: True) is g)
m, r = g.split(KeyError)
print(repr(m), repr(r))
print(g.split(OSError)[0], g.split(OSError)[1] is g, g.split(Exception)[1])
print(repr(g.derive([OSError(9)])))
for bad in (5, "x", [ValueError]):
    try:
        g.split(bad)
    except TypeError as e:
        print(e)


class MyGroup(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)


my = MyGroup("my", [ValueError(1), KeyError(2)], 7)
print(repr(my), my.code, repr(my.subgroup(KeyError)), my.subgroup(KeyError).code)
print(len(g.exceptions), g.exceptions[1].exceptions[0], str(ExceptionGroup("one", [ValueError()])), str(ExceptionGroup("", [ValueError(), ValueError()])))
try:
    g.exceptions = ()
except AttributeError as e:
    print("AttributeError")
