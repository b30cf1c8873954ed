e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(repr(e))
print("e" in globals())
try:
    raise ValueError("y")
except ValueError as e:
    del e
print("e" in globals())
try:
    raise ValueError("y")
except ValueError as e:
    e = 5
    print(e)
print("e" in globals())
e = "untouched"
try:
    pass
except ValueError as e:
    pass
print(e)


def f():
    try:
        raise KeyError(1)
    except KeyError as err:
        keep = err
    try:
        err
    except UnboundLocalError as u:
        print(u)
    return keep


print(repr(f()))


class C:
    try:
        raise KeyError
    except KeyError as attr:
        pass


print(hasattr(C, "attr"))


def g():
    global ge
    try:
        raise KeyError(2)
    except KeyError as ge:
        print(repr(globals()["ge"]))
    print("ge" in globals())


g()


def h():
    for i in range(2):
        try:
            raise IndexError(i)
        except IndexError as ex:
            if i == 0:
                continue
            return repr(ex)


print(h())
try:
    try:
        raise ValueError(1)
    except ValueError as v:
        raise TypeError(2)
except TypeError:
    print("v" in globals())
