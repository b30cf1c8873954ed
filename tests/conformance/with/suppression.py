class Ctx:
    def __init__(self, result):
        self.result = result

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return self.result


class Truthy:
    def __bool__(self):
        print("bool asked")
        return True


for result in (True, False, None, 1, 0, "yes", "", [0], Truthy()):
    try:
        with Ctx(result):
            raise KeyError("x")
        print("suppressed by", repr(result) if not isinstance(result, Truthy) else "Truthy")
    except KeyError:
        print("passed by", repr(result))


def f():
    with Ctx(True):
        raise ValueError
        print("never")
    return "after"


print(f())


def g():
    for i in range(3):
        with Ctx(True):
            if i == 1:
                raise KeyError
            print(i)


g()


class Replace(Ctx):
    def __exit__(self, *exc):
        raise RuntimeError("instead")


try:
    with Replace(None):
        raise KeyError("old")
except RuntimeError as e:
    print(e, repr(e.__context__))
try:
    with Replace(None):
        pass
except RuntimeError as e:
    print(e, repr(e.__context__))
