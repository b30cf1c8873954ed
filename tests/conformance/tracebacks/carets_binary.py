# the anchors of operators and subscripts
import sys


def report(f):
    try:
        f()
    except Exception:
        kind, exc, tb = sys.exc_info()
        sys.excepthook(kind, exc, tb)


def add():
    a, b = 1, "x"
    return a + b


def nested():
    a, b, c = 1, 2, 0
    return (a + b) * 3 - a / c


def long_names():
    first_value = [1]
    second_value = {"key": None}
    return first_value[0] + second_value["key"] * 5


def power():
    zero = 0
    return zero ** -1 + 5


def call_operand():
    return len("abc") // int("0")


def parens():
    x = None
    return (x) + (1)


def compare():
    return 1 < "a"


def unary():
    return -"abc"


def in_place():
    x = [1]
    x += 5


for f in (add, nested, long_names, power, call_operand, parens, compare, unary, in_place):
    report(f)
