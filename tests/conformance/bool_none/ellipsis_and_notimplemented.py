# The other singletons.
print(..., Ellipsis, repr(...), type(...).__name__, ... is Ellipsis, bool(...), [...], {...: 1}[Ellipsis],
    str(...), type(...)() is ...)
print(NotImplemented, repr(NotImplemented), type(NotImplemented).__name__,
    type(NotImplemented)() is NotImplemented, [NotImplemented] == [NotImplemented],
    NotImplemented is not None)
class Grid:
    def __getitem__(self, key):
        return key
g = Grid()
print(g[...], g[..., 1], g[1:2, ...], g[:], g[::], g[()], g[1,])
def stub(): ...
class Empty: ...
print(stub(), Empty().__class__.__name__)
for f in (lambda: type(...)(1), lambda: ... + 1, lambda: ... < ..., lambda: NotImplemented + 1,
        lambda: NotImplemented(), lambda: len(...), lambda: (...).x, lambda: {}[...]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
import builtins
print(builtins.Ellipsis is ..., builtins.NotImplemented is NotImplemented, hasattr(builtins, "Nope"),
    getattr(builtins, "None"))
