# special methods called by name
print((5).__add__(3), (5).__radd__(3), (5).__neg__(), (7).__divmod__(2), (2).__pow__(5), (2).__rpow__(5), (5).__bool__(), (5).__str__(), (5).__repr__(), (-5).__abs__())
print("ab".__len__(), "ab".__contains__("a"), "ab".__getitem__(1), "ab".__mul__(2), "a".__add__("b"), "a".__lt__("b"), "a".__hash__() == hash("a"), "%d".__mod__(3))
lst = [3, 1]
lst.__setitem__(0, 9)
lst.__iadd__([5])
lst.__delitem__(1)
print(lst, lst.__len__(), lst.__contains__(5), lst.__eq__([9, 5]), lst.__iter__().__next__(), lst.__getitem__(slice(1)), lst.__reversed__().__next__())
d = {}
d.__setitem__("k", 1)
print(d, d.__getitem__("k"), d.__contains__("x"), d.__len__(), d.__or__({"z": 2}))
d.__delitem__("k")
print(d, (1, 2).__add__((3,)), {1}.__and__({1, 2}), {1} .__sub__({1}), range(3).__getitem__(1), (1.5).__add__(1), (1.5).__int__(), (1.5).__trunc__(), (1j).__mul__(1j))
print((5).__add__("x"), (5).__eq__("x"), (5).__lt__(2.0), "a".__eq__(1), [].__lt__(5), (1.5).__eq__(1), object().__eq__(5), None.__bool__())


class A:
    pass


a = A()
a.__setattr__("x", 1)
object.__setattr__(a, "y", 2)
print(a.__getattribute__("x"), a.__dict__, a.__class__.__name__, a.__eq__(a), a.__ne__(a), a.__hash__() == hash(a), a.__str__() == repr(a))
a.__delattr__("x")
object.__delattr__(a, "y")
print(a.__dict__, a.__dir__() is not None, a.__format__("") == str(a), a.__init__(), a.__sizeof__() > 0)
print(int.__add__(1, 2), str.__len__("abc"), list.__getitem__([1, 2], 0), dict.__len__({}), type.__call__(list, "ab"), type(a).__name__)
it = [1].__iter__()
print(it.__next__(), it.__iter__() is it)
f = lambda x: x + 1
print(f.__call__(1), len.__call__("ab"), A.__call__().__class__.__name__, f.__get__(5)(), (5).__class__, "".__class__.__class__)
try:
    (5).__getitem__(0)
except AttributeError as e:
    print(e)
try:
    object().__lt__(5, 6)
except TypeError as e:
    print("TypeError")
print(object().__lt__(5), object().__gt__(5))
