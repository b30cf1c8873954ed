# a cause that has a context of its own
def inner():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")


try:
    inner()
except ValueError as second:
    third = TypeError("third")
    try:
        try:
            raise IndexError("handled while raising")
        except IndexError:
            raise third from second
    except TypeError:
        raise
