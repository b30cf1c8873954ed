log = []


class A:
    def __add__(self, o):
        log.append("A.add")
        return NotImplemented

    def __radd__(self, o):
        log.append("A.radd")
        return "A.radd result"


class B:
    def __add__(self, o):
        log.append("B.add")
        return NotImplemented

    def __radd__(self, o):
        log.append("B.radd")
        return NotImplemented


class SubA(A):
    def __radd__(self, o):
        log.append("SubA.radd")
        return "SubA.radd result"


class SubPlain(A):
    pass


def run(f):
    log.clear()
    try:
        r = f()
    except TypeError as e:
        r = e
    print(log, r)


a, b, s, sp = A(), B(), SubA(), SubPlain()
run(lambda: a + b)
run(lambda: b + a)
run(lambda: a + a)
run(lambda: b + b)
run(lambda: a + s)
run(lambda: s + a)
run(lambda: a + sp)
run(lambda: a + 1)
run(lambda: 1 + a)
run(lambda: b + 1)
run(lambda: 1 + b)
run(lambda: sum([a], 5))


class Int(int):
    def __radd__(self, o):
        return "Int.radd"

    def __rsub__(self, o):
        return NotImplemented


print(1 + Int(2), Int(1) + 2, 5 - Int(3), Int(1) + Int(1), True + Int(1), 1.5 + Int(1))


class NoneAdd:
    __add__ = None
    __radd__ = None


run(lambda: NoneAdd() + a)
run(lambda: 1 + NoneAdd())


class Raises:
    def __add__(self, o):
        raise ValueError("stop here")


try:
    Raises() + a
except ValueError as e:
    print(e)
