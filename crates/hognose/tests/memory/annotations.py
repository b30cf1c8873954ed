def f(a: int, b: 'str' = 'x') -> list[int]: return [a]
x: dict[str, int] = {}
class C:
    y: int = 3
print(f.__annotations__, __annotations__, C.__annotations__, list[int], int | None)
