# endless recursion is a RecursionError, and the program goes on
def f(n):
    return f(n + 1)


class A:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr([self])

    def __eq__(self, other):
        return self == other

    def __call__(self):
        return self()


def gen():
    yield from gen()


def mutual(n):
    return mutual2(n)


def mutual2(n):
    return mutual(n)


for action in (lambda: f(0), lambda: A().x, lambda: repr(A()), lambda: A() == 1, lambda: A()(), lambda: next(gen()), lambda: mutual(1)):
    try:
        action()
        print("returned")
    except RecursionError as e:
        print(type(e).__name__, isinstance(e, RuntimeError))


def with_finally(n):
    try:
        return with_finally(n + 1)
    finally:
        done.append(1)


done = []
try:
    with_finally(0)
except RecursionError:
    print("finally ran often:", len(done) > 50)


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


print(depth(200))
