# __traceback__, with_traceback, tb_next, tb_lineno
def a():
    b()


def b():
    raise ValueError("x")


def lines(tb):
    out = []
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


try:
    a()
except ValueError as e:
    saved = e
    print(lines(e.__traceback__))
print(lines(saved.__traceback__))
try:
    raise saved
except ValueError as e:
    print(lines(e.__traceback__))
try:
    raise saved.with_traceback(None)
except ValueError as e:
    print(lines(e.__traceback__))
print(ValueError().__traceback__)
e = KeyError()
print(e.with_traceback(None) is e)
try:
    e.__traceback__ = 5
except TypeError as t:
    print(t)
try:
    e.with_traceback("x")
except TypeError as t:
    print(t)


def again():
    try:
        b()
    except ValueError:
        raise


try:
    again()
except ValueError as e:
    print(lines(e.__traceback__))
