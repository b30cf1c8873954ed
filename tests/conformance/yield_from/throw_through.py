def inner():
    while True:
        try:
            yield "inner"
        except ValueError as e:
            print("inner caught", repr(e))
            yield "inner recovered"
        except IndexError:
            return "inner ended"


def outer():
    try:
        r = yield from inner()
        print("r =", r)
    except KeyError as e:
        print("outer caught", repr(e))
        yield "outer recovered"
    yield "last"


g = outer()
print(next(g), g.throw(ValueError("v")), next(g))
print(g.throw(KeyError("k")))
print(next(g), next(g, "end"))
g = outer()
next(g)
print(g.throw(IndexError))
print(next(g, "end"))
g = outer()
next(g)
try:
    g.throw(OSError("through both"))
except OSError as e:
    print(e)
print(next(g, "dead"))


def plain():
    try:
        yield from [1, 2, 3]
    except ValueError as e:
        yield "caught " + str(e)


g = plain()
next(g)
print(g.throw(ValueError("no throw method")))


class Thrower:
    def __iter__(self):
        return self

    def __next__(self):
        return "n"

    def throw(self, *args):
        print("throw called", len(args), args[0] if isinstance(args[0], type) else repr(args[0]))
        if len(args) and (args[0] is KeyError or isinstance(args[0], KeyError)):
            raise StopIteration("value by throw")
        return "thrown value"


def use():
    r = yield from Thrower()
    yield r


g = use()
print(next(g), g.throw(ValueError), g.throw(ValueError("inst")))
print(g.throw(KeyError))
