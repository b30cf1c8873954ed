# UserDict, UserList and UserString as bases.
from collections import UserDict, UserList, UserString
class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
u = Upper(a=1)
u["b"] = 2
u.update({"c": 3})
print(u, sorted(u), u.data, len(u), "A" in u, "a" in u, u == {"A": 1, "B": 2, "C": 3}, u.get("z", 0),
    u.pop("A"))
class Even(UserList):
    def append(self, x):
        if x % 2:
            raise ValueError("odd: %d" % x)
        super().append(x)
e = Even([2, 4])
e.append(6)
print(e, e[0], e[1:], type(e[1:]).__name__, len(e), e + [1], 4 in e, e.data, e == [2, 4, 6],
    sorted(e, reverse=True))
s = UserString("hello")
print(s, s.upper(), type(s.upper()).__name__, s + " you", s[1:3], len(s), "ell" in s, s == "hello", s.data)
for f in (lambda: e.append(3), lambda: u["zz"], lambda: e[10], lambda: s[10]):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, ex)
