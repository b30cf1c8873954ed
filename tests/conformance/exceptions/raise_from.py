def show(e, depth=0):
    while e is not None:
        print("  " * depth + repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)
        e = e.__cause__ or e.__context__
        depth += 1


try:
    raise ValueError("a") from KeyError("b")
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("v") from z
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("v") from None
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("implicit")
except ValueError as e:
    show(e)
try:
    raise ValueError from KeyError
except ValueError as e:
    show(e)
for bad in (5, "x", object, int):
    try:
        raise ValueError from bad
    except TypeError as e:
        print(e)
e = ValueError("x")
e.__cause__ = KeyError("set")
print(e.__suppress_context__, repr(e.__cause__))
try:
    e.__cause__ = 5
except TypeError as t:
    print(t)
try:
    e.__context__ = "x"
except TypeError as t:
    print(t)
e.__cause__ = None
e.__suppress_context__ = False
print(e.__cause__, e.__suppress_context__)
