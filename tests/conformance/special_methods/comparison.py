class N:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print("lt", end=" ")
        return self.n < o.n if isinstance(o, N) else NotImplemented

    def __le__(self, o):
        print("le", end=" ")
        return self.n <= o.n if isinstance(o, N) else NotImplemented

    def __eq__(self, o):
        print("eq", end=" ")
        return self.n == o.n if isinstance(o, N) else NotImplemented

    def __repr__(self):
        return f"N{self.n}"


a, b = N(1), N(2)
print(a < b, a <= b, a == b, a != b, a > b, a >= b)
print(sorted([N(3), N(1), N(2)]))
print(max(N(1), N(5)), min([N(4), N(2)]))
for f in (lambda: a < 5, lambda: a <= 5, lambda: a > 5, lambda: 5 < a, lambda: 5 >= a):
    try:
        f()
    except TypeError as e:
        print(e)
print(a == 5, 5 == a, a != 5, [a] == [N(1)], (a,) < (b,), [a, b] < [a, a])


class Rich:
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return "gt"
    def __le__(self, o): return ["le"]
    def __ge__(self, o): return []
    def __eq__(self, o): return "eq"
    def __ne__(self, o): return "ne"


r = Rich()
print(r < 1, r > 1, r <= 1, r >= 1, r == 1, r != 1)
print(1 < r, 1 > r, 1 <= r, 1 >= r, 1 == r, 1 != r)
print(1 in [r], "yes" if r >= 1 else "no", not r == 1)


class Base:
    def __eq__(self, o):
        return "base"


class Derived(Base):
    def __eq__(self, o):
        return "derived"


print(Base() == Derived(), Derived() == Base())


class Only:
    def __gt__(self, o):
        return "gt of right"


print(5 < Only(), Only() > 5)
try:
    Only() < 5
except TypeError as e:
    print(e)
print(object() == object(), object() != 5, None == 0, 1 == 1.0 == True, "1" == 1, [] == (), {} == set())
for text in ("1 < 'a'", "None < 1", "[] < ()", "{} < {}", "1j < 2", "object() < object()", "'a' < b'a'", "int < str", "(1, 'a') < (1, 2)"):
    try:
        eval(text)
    except TypeError as e:
        print(e)
