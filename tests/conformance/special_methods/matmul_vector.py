# a vector and a matrix class in full
class Vec:
    def __init__(self, *xs):
        self.xs = xs

    def __repr__(self):
        return "Vec" + repr(self.xs)

    def __add__(self, o):
        return Vec(*(a + b for a, b in zip(self.xs, o.xs))) if isinstance(o, Vec) else NotImplemented

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __sub__(self, o):
        return self + -o

    def __neg__(self):
        return -1 * self

    def __mul__(self, k):
        return Vec(*(x * k for x in self.xs))

    __rmul__ = __mul__

    def __truediv__(self, k):
        return self * (1 / k)

    def __matmul__(self, o):
        if isinstance(o, Vec):
            return sum(a * b for a, b in zip(self.xs, o.xs))
        return NotImplemented

    def __abs__(self):
        return (self @ self) ** 0.5

    def __eq__(self, o):
        return isinstance(o, Vec) and self.xs == o.xs

    def __hash__(self):
        return hash(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __len__(self):
        return len(self.xs)

    def __bool__(self):
        return any(self.xs)

    def __iter__(self):
        return iter(self.xs)


class Mat:
    def __init__(self, *rows):
        self.rows = [Vec(*r) for r in rows]

    def __matmul__(self, o):
        if isinstance(o, Vec):
            return Vec(*(r @ o for r in self.rows))
        cols = [Vec(*c) for c in zip(*o.rows)]
        return Mat(*[[r @ c for c in cols] for r in self.rows])

    def __rmatmul__(self, v):
        return Vec(*(v @ Vec(*c) for c in zip(*self.rows)))

    def __imatmul__(self, o):
        self.rows = (self @ o).rows
        return self

    def __pow__(self, n):
        return self if n == 1 else self @ self ** (n - 1)

    def __repr__(self):
        return f"Mat{[list(r) for r in self.rows]}"


a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a - b, a * 3, 3 * a, -a, b / 2, a @ b, abs(b), sum([a, b]), a == Vec(1, 2), bool(Vec(0, 0)), len(a), [*b])
m = Mat([1, 1], [1, 0])
print(m @ m, m @ a, a @ m, m ** 10, hash(a) == hash(Vec(1, 2)))
m @= Mat([2, 0], [0, 2])
print(m)
x, y = a
a += b
print(x, y, a, a[0], a[-1:], 4 in a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a @ 5, lambda: a ** 2):
    try:
        f()
    except TypeError as e:
        print(e)
