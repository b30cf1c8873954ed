e = StopIteration()
print(e.value, e.args)
e = StopIteration(5)
print(e.value, e.args, str(e), repr(e))
e = StopIteration(1, 2)
print(e.value, e.args)
e.value = "set"
print(e.value, e.args)


def g():
    yield 1
    return {"k": "v"}


it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
try:
    next(iter([]))
except StopIteration as e:
    print(repr(e), e.value)


def t():
    yield
    return (1, 2)


it = t()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)


class Sub(StopIteration):
    pass


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise Sub("sub")


print(list(It()), [x for x in It()])
try:
    next(It())
except StopIteration as e:
    print(type(e).__name__, e.value)
print(next(It(), "default"))
x = SystemExit("code")
print(x.code, SystemExit().code, SystemExit(1, 2).code, SystemExit(None).code)
print(StopAsyncIteration(1).args, hasattr(StopAsyncIteration(1), "value"))
