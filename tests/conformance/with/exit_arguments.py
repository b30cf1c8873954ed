# what __exit__ gets and may do with it
import sys


class Show:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print(t, repr(v), type(v) is t, tb is not None and tb.tb_lineno > 0, sys.exc_info()[1] is v)
        self.saved = v
        return True


with Show() as s:
    raise ValueError("instance", 1)
print(repr(s.saved), s.saved.__traceback__ is not None)
with Show():
    raise ValueError
with Show():
    1 / 0
with Show() as s:
    pass
print(s.saved)
with Show():
    sys.exit(3)
with Show():
    raise StopIteration(4)
with Show():
    raise GeneratorExit


class Reraise:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        raise v


try:
    with Reraise():
        raise KeyError("same")
except KeyError as e:
    print(repr(e), e.__context__)


class Wrap:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        if v is not None:
            raise RuntimeError("wrapped") from v


try:
    with Wrap():
        raise KeyError("cause")
except RuntimeError as e:
    print(repr(e.__cause__))
try:
    try:
        raise OSError("handled outside")
    except OSError:
        with Show():
            pass
        print(sys.exc_info()[0].__name__)
        with Show():
            raise TypeError("inside")
        print(sys.exc_info()[0].__name__)
finally:
    print(sys.exc_info()[0])
