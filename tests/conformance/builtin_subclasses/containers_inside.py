# built-in functions given subclasses
from collections import OrderedDict, deque


class L(list): pass
class D(dict): pass
class S(str): pass
class I(int): pass
class T(tuple): pass


print(L([1, [2]]) + L([3]), [L([1])] == [[1]], {"k": D(a=1)} == {"k": {"a": 1}}, T((1, 2)) == (1, 2), (1, T((2,))) == (1, (2,)))
print(isinstance(L(), (dict, list)), issubclass(D, dict), type(L()) == list, type(L()) is L)
print("%s %s" % T(("a", "b")), "%(k)s" % D(k=1), "{k}".format(**D(k=2)), "{}{}".format(*L("xy")))
f = lambda *a, **k: (a, k)
print(f(*T((1,)), **D(z=2)), type(f(*L([1]))[0]).__name__, type(f(**D(a=1))[1]).__name__)
print({S("a"): 1, "a": 2}, len({I(1), 1, 1.0, True}), {I(1): "x"}[True], [I(1)].index(1), sorted([S("b"), "a"]), max(I(3), 2))
a, *b = L([1, 2, 3])
print(a, b, type(b).__name__)
print(list(L([1])), type(list(L([1]))).__name__, tuple(T((1,))), dict(D(a=1)), type(dict(D(a=1))).__name__, str(S("x")), int(I(5)))
print([1, 2, 3][I(1)], "abc"[I(0):I(2)], range(I(3)), [0] * I(2), "a" * I(3), S("ab").join(L(["x", "y"])), bytes(L([65, 66])))
print(sum(L([I(1), I(2)])), type(sum(L([I(1)]))).__name__, any(T((0, 1))), list(zip(L("ab"), T((1, 2)))), list(map(I, S("12"))), dict(L([T(("a", 1))])))
print(eval(S("1+1")), exec(S("q = 5")), q, getattr(S("x"), S("upper"))(), hasattr(5, S("real")), print(S("printed"), end=S("!\n"), sep=S("")))
print(isinstance(OrderedDict(D(a=1)), dict), OrderedDict(D(b=2)), deque(L([1]), maxlen=I(2)), {**D(a=1), **OrderedDict(b=2)})
lst = L([3, 1, 2])
lst.sort(key=I)
print(lst, lst[::-1], type(lst[::-1]).__name__, lst.__class__.__name__, L(range(3)) > L(), [*lst, *T("a")], {*lst} == {1, 2, 3})
try:
    [1] + T((2,))
except TypeError as e:
    print(e)
try:
    S("a") + I(1)
except TypeError as e:
    print(e)
