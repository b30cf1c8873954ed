def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print("first")
        raise


try:
    f()
except ZeroDivisionError as e:
    print("again", e)


def helper():
    raise


try:
    try:
        raise KeyError("k")
    except KeyError:
        helper()
except KeyError as e:
    print("from helper", repr(e))
try:
    raise
except RuntimeError as e:
    print(e)


def nested():
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


try:
    nested()
except Exception as e:
    print(repr(e))


def after_finally():
    try:
        raise ValueError("x")
    except ValueError:
        try:
            pass
        finally:
            raise


try:
    after_finally()
except ValueError as e:
    print(repr(e), e.__context__)


def loop():
    for i in range(3):
        try:
            try:
                raise IndexError(i)
            except IndexError:
                raise
        except IndexError as e:
            yield repr(e)


print(list(loop()))
try:
    helper()
except RuntimeError as e:
    print(e)
