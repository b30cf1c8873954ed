real = "real value"


def __getattr__(name):
    if name == "forbidden":
        raise AttributeError("forbidden by __getattr__")
    if name.startswith("__"):
        raise AttributeError(name)
    return "dynamic " + name


def __dir__():
    return ["zeta", "alpha"]


def use_own():
    try:
        return not_a_global
    except NameError as e:
        return str(e)
