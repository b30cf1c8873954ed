import sys


def report(f):
    try:
        f()
    except Exception:
        sys.excepthook(*sys.exc_info())


def split_add():
    return (1 +
            2 +
            "three")


def split_call():
    return int(
        "not a number"
    )


def split_dict():
    return {
        "a": 1,
        "b": 1 / 0,
        "c": 3,
    }


def split_subscript():
    return {"a": 1}[
        "b"
    ]


def backslash():
    x = 1 \
        + None
    return x


def triple():
    return """text
over lines""" + 5


def chain():
    return ("abc"
            .upper()
            .nope()
            .lower())


for f in (split_add, split_call, split_dict, split_subscript, backslash, triple, chain):
    report(f)
