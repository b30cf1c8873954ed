print("corner_pkg init", __name__, __package__, __path__[0].rsplit("/", 1)[-1])
from . import a
from .a import value as a_value
__all__ = ["a", "b", "missing_all"]
def __getattr__(name):
    print("corner_pkg getattr", name)
    if name == "lazy":
        return "lazy value"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
def __dir__():
    return ["dirred", "b", "a"]
