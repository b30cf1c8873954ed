import sys


def report(f):
    try:
        f()
    except Exception:
        sys.excepthook(*sys.exc_info())


def few():
    a, b, c = [1, 2]


def many():
    (a, b), c = [1, 2, 3], 4


def not_iterable():
    a, *b = 5


def loop():
    for x, y in [(1, 2), (3, 4, 5)]:
        pass


def call_star():
    print(*None)


def call_kw():
    dict(**[1])


def attr_chain():
    obj = None
    obj.a.b = 5


def del_attr():
    x = 5
    del x.real


def with_bad():
    with 5:
        pass


def raise_bad():
    raise "text"


def from_bad():
    raise ValueError("v") from 5


def assert_msg():
    assert 1 == 2, "one is not two"


def fstring():
    x = 0
    return f"{1} {1 / x} {2}"


def conditional():
    return 1 if [][0] else 2


def boolean():
    return True and (False or 1 / 0)


def imp():
    import nothing_like_this as n


for f in (few, many, not_iterable, loop, call_star, call_kw, attr_chain, del_attr, with_bad, raise_bad, from_bad, assert_msg, fstring, conditional, boolean, imp):
    report(f)
