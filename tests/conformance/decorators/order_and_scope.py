log = []


def note(name):
    log.append("evaluate " + name)

    def deco(f):
        log.append("apply " + name)
        return f
    return deco


@note("first")
@note("second")
def f(a=log.append("default")):
    log.append("body")


print(log)
log.clear()


@note("class")
class C:
    log.append("class body")

    @note("method")
    def m(self):
        pass


print(log)
log.clear()


def outer(prefix):
    @wrapper(prefix)
    def inner(x):
        return x
    return inner


def wrapper(p):
    return lambda f: lambda x: (p, f(x))


print(outer("a")(1), outer("b")(2))


def self_reference(f):
    print("f" in globals(), "unfinished" in globals())
    return f


@self_reference
def unfinished():
    pass


x = "module x"


@(lambda f: (f(), x))
def captured():
    return x


print(captured)


def fails(f):
    raise ValueError("decorating " + f.__name__)


old = "old binding"
try:
    @fails
    def old():
        pass
except ValueError as e:
    print(e, old)


@note("a")
async def co():
    pass


@note("g")
def gen():
    yield


print(log, type(gen()).__name__)
for i in range(2):
    @lambda f: f
    def in_loop():
        return i
print(in_loop())
