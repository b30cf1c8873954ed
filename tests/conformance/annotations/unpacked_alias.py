def f(*args: *tuple[int, ...]): pass
print(f.__annotations__)
a,=tuple[int,str]
print(a, a.__unpacked__, tuple[int].__unpacked__, a==tuple[int,str], a==next(iter(tuple[int,str])), hash(a)==hash(tuple[int,str]))
print(a.__origin__, a.__args__)
it=iter(list[int]); print(next(it)); print(list(it))
print(tuple[a], tuple[int, *tuple[str, float]])
print(tuple[int, *tuple[str, float]].__args__)
print(tuple[int, *tuple[str, float]] == tuple[int, str, float])
print(a | None, a|int)
print(a[:1] if 0 else 1, a is not tuple[int,str])
try: a[int]
except TypeError as e: print(e)
print(isinstance(a, type), a.__mro_entries__((a,)))
print(next(iter(dict[str,int])).__unpacked__)
class T(tuple[int]): pass
print(T.__orig_bases__)
class A:
    def __class_getitem__(cls, x): return (cls.__name__, x)
x: tuple[*tuple[int]]
print(__annotations__)
print(A[*tuple[int]])
