# one object entered many times, and context managers out of functions
class Counter:
    depth = 0

    def __enter__(self):
        self.depth += 1
        return self.depth

    def __exit__(self, *a):
        self.depth -= 1


c = Counter()
with c as a, c as b, c as d:
    print(a, b, d, c.depth)
print(c.depth)


def recurse(n):
    with c as depth:
        return recurse(n - 1) if n else depth


print(recurse(10), c.depth)


class managed:
    "a context manager made from a generator function"

    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        self.gen = self.f(*args)
        return self

    def __enter__(self):
        return next(self.gen)

    def __exit__(self, t, v, tb):
        try:
            if t is None:
                next(self.gen)
            else:
                self.gen.throw(v)
                return True
        except StopIteration:
            return t is not None
        except BaseException as e:
            if e is not v:
                raise
            return False


@managed
def tag(name):
    print("<" + name + ">")
    try:
        yield name
    except ValueError as e:
        print("swallowing", e)
    finally:
        print("</" + name + ">")


with tag("b") as n:
    print(n)
with tag("i"):
    raise ValueError("v")
try:
    with tag("u"):
        raise KeyError("k")
except KeyError as e:
    print(repr(e))
