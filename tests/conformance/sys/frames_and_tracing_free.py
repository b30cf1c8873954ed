# looking at the calling frames
import sys


def who():
    return sys._getframe(1).f_code.co_name


def caller():
    return who()


def line():
    return sys._getframe().f_lineno


def names():
    a, b = 1, 2
    return sorted(sys._getframe().f_locals.items())


def up(n):
    f, out = sys._getframe(), []
    while f and len(out) < n:
        out.append(f.f_code.co_name)
        f = f.f_back
    return out


print(caller(), line(), names(), up(5), who())
print(sys._getframe().f_globals is globals(), sys._getframe().f_code.co_name, sys._getframe().f_back)
try:
    sys._getframe(500)
except ValueError as e:
    print(e)


class C:
    here = sys._getframe().f_code.co_name

    def m(self):
        return up(3)


print(C.here, C().m(), [up(3) for _ in range(1)][0], (lambda: up(2))())


def gen():
    yield up(3)


print(next(gen()), list(map(lambda _: up(2), [1])))
