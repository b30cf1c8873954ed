def a():
    try:
        return "try"
    finally:
        return "finally"


def b():
    try:
        1 / 0
    finally:
        return "swallowed"


def c():
    try:
        return "try"
    finally:
        print("runs")


def d():
    try:
        raise KeyError
    except KeyError:
        return "except"
    finally:
        print("d finally")


def e():
    try:
        pass
    except KeyError:
        return "no"
    else:
        return "else"
    finally:
        print("e finally")


def f():
    x = 1
    try:
        return x
    finally:
        x = 2


def g():
    x = []
    try:
        return x
    finally:
        x.append("mutated")


def h():
    try:
        try:
            return 1
        finally:
            1 / 0
    except ZeroDivisionError:
        return "overridden by error"


def i():
    try:
        return 1
    finally:
        try:
            return 2
        finally:
            return 3


def j():
    for n in range(3):
        try:
            return n
        finally:
            if n < 2:
                continue
    return "end"


print([fn() for fn in (a, b, c, d, e, f, g, h, i, j)])
