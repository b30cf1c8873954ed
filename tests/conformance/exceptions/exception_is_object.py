# exceptions are ordinary objects
e = ValueError("kept", 1)
box = [e]
try:
    raise box[0]
except ValueError as got:
    print(got is e)
d = {KeyError: "key", ValueError: "value"}
print(d[type(e)])
print(isinstance(e, Exception), isinstance(ValueError, type), type(ValueError).__name__)
print(e == ValueError("kept", 1), e == e, hash(e) == hash(e))
errors = []
for f in (lambda: 1 / 0, lambda: [][0], lambda: {}[0], lambda: int("x"), lambda: None.a, lambda: "a" + 1):
    try:
        f()
    except Exception as exc:
        errors.append(exc)
print([type(x).__name__ for x in errors])
for x in errors:
    print(x)
errors.sort(key=lambda x: type(x).__name__)
print([type(x).__name__ for x in errors])


def pick(n):
    return [KeyError, ValueError("v"), IndexError][n]


for n in range(3):
    try:
        raise pick(n)
    except (LookupError, ValueError) as x:
        print(repr(x))
e2 = type("Dynamic", (KeyError,), {"code": 5})("dyn")
try:
    raise e2
except LookupError as x:
    print(repr(x), x.code)
print(ValueError.__name__, ValueError("a").__class__.__qualname__)
print(BaseException.__new__(ValueError, 1, 2).args, ValueError.__new__(ValueError, "n").args)
try:
    BaseException.__new__(int)
except TypeError as t:
    print(t)
e.__init__("re-init")
print(e.args)
e.__setstate__({"attr": 1})
print(e.attr)
