# list[int] and int | str as objects
a = list[int]
print(a, type(a).__name__, a.__origin__, a.__args__, a == list[int], a == list[str], hash(a) == hash(list[int]))
print(dict[str, list[int]], tuple[int, ...], tuple[()], set["text"], type[int], frozenset[int])
print(a([1, 2]), type(a("ab")).__name__, list[int].append, dict[str, int](a=1))
u = int | str
print(u, type(u).__name__, u.__args__, u == str | int, int | None, int | str | int, None | int, list[int] | None, u | float)
print(isinstance(5, u), isinstance(5.0, u), issubclass(bool, u), isinstance(None, int | None))
for f in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: int | 5, lambda: int[str], lambda: 5 | int, lambda: isinstance(5, int | list[str]), lambda: u(5), lambda: a.nope):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Sub(list[int]):
    pass


print(Sub.__bases__, Sub([1]), Sub.__orig_bases__)


class G:
    def __class_getitem__(cls, k):
        return f"{cls.__name__}[{k!r}]"


print(G[int], G["a", 1])


def f(x: list[int] | None = None, y: "int | str" = 0) -> dict[str, int | None]:
    return x


print(f.__annotations__)
print(repr(list[list[int]]), [*list[int].__args__], list[int].__parameters__, (int | str).__parameters__, type(None) | int)
