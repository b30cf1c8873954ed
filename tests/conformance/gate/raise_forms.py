# raise a class, an instance, with arguments
def shown(action):
    try:
        action()
    except BaseException as e:
        print(type(e).__name__, e.args, repr(e), repr(str(e)))


def r1():
    raise ValueError


def r2():
    raise ValueError()


def r3():
    raise ValueError("one")


def r4():
    raise ValueError("one", 2, [3])


def r5():
    raise 42


def r6():
    raise "text"


def r7():
    raise int


def r8():
    raise


def r9():
    raise SystemExit


def r10():
    raise StopIteration(5)


for r in (r1, r2, r3, r4, r5, r6, r7, r8, r9, r10):
    shown(r)
