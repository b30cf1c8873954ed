# Handlers, contexts, tracebacks, with, finally, groups.
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("in")
        return self

    def __exit__(self, kind, value, traceback):
        print("out", kind and kind.__name__)
        return self.swallow


def fail(depth):
    if depth:
        try:
            fail(depth - 1)
        except ValueError as e:
            raise KeyError(depth) from e
        except KeyError:
            raise
    else:
        raise ValueError("the bottom")


for swallow in (True, False):
    try:
        with Manager(swallow) as m:
            fail(3)
    except KeyError as e:
        chain = []
        while e:
            chain.append(repr(e))
            e = e.__cause__ or e.__context__
        print(chain)
    finally:
        print("finally")
try:
    [][1]
except (IndexError, TypeError) as e:
    saved = e
print(saved, saved.__traceback__.tb_lineno)
try:
    raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)
for i in range(3):
    try:
        if i == 1:
            continue
        1 // i
    except ZeroDivisionError as e:
        print(i, e)
    else:
        print(i, "fine")
