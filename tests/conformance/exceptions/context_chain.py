def chain(e):
    out = []
    while e is not None:
        out.append(repr(e))
        e = e.__context__
    return out


try:
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise ValueError(2)
    except ValueError:
        raise TypeError(3)
except TypeError as e:
    print(chain(e))
try:
    try:
        raise KeyError(1)
    finally:
        raise ValueError(2)
except ValueError as e:
    print(chain(e))


def f():
    raise IndexError("in f")


try:
    try:
        1 / 0
    except ZeroDivisionError:
        f()
except IndexError as e:
    print(chain(e))
# a handled exception is no context afterwards
try:
    1 / 0
except ZeroDivisionError:
    pass
try:
    raise KeyError("alone")
except KeyError as e:
    print(chain(e))
# raising the same object again makes no loop
try:
    try:
        raise KeyError("same")
    except KeyError as e:
        raise e
except KeyError as e:
    print(chain(e))
try:
    try:
        raise KeyError("a")
    except KeyError as a:
        try:
            raise ValueError("b")
        except ValueError as b:
            raise a
except KeyError as e:
    print(chain(e))


class Ctx:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise RuntimeError("exit")


try:
    with Ctx():
        raise KeyError("body")
except RuntimeError as e:
    print(chain(e))
try:
    try:
        raise KeyError(0)
    except KeyError:
        try:
            raise ValueError(1)
        except ValueError:
            pass
        raise TypeError(2)
except TypeError as e:
    print(chain(e))
