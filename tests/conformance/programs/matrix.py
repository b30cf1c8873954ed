# Exact matrices: product, power, determinant, inverse and linear systems over fractions.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("fraction %d/0" % n)
        if d < 0:
            n, d = -n, -d
        g = gcd(abs(n), d) or 1
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(x):
        return x if isinstance(x, Fraction) else Fraction(x)

    def __add__(self, o):
        o = Fraction.of(o)
        return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __sub__(self, o):
        return self + Fraction.of(o) * -1

    def __mul__(self, o):
        o = Fraction.of(o)
        return Fraction(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __truediv__(self, o):
        o = Fraction.of(o)
        return Fraction(self.n * o.d, self.d * o.n)

    def __eq__(self, o):
        o = Fraction.of(o)
        return self.n == o.n and self.d == o.d

    def __bool__(self):
        return self.n != 0

    def __repr__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction.of(x) for x in row] for row in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows of different length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, at):
        return self.rows[at[0]][at[1]]

    def __eq__(self, o):
        return self.rows == o.rows

    def __add__(self, o):
        if self.shape != o.shape:
            raise ValueError(f"shapes {self.shape} and {o.shape} differ")
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])

    def __mul__(self, k):
        return Matrix([[x * k for x in r] for r in self.rows])

    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {o.shape}")
        cols = o.T.rows
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n):
        out, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                out = out @ base
            base, n = base @ base, n >> 1
        return out

    def eliminate(self, extra=None):
        a = [list(r) + list(e) for r, e in zip(self.rows, extra.rows if extra else [[]] * len(self.rows))]
        det, n = Fraction(1), len(a)
        for i in range(n):
            pivot = next((r for r in range(i, n) if a[r][i]), None)
            if pivot is None:
                return Fraction(0), None
            if pivot != i:
                a[i], a[pivot] = a[pivot], a[i]
                det = det * -1
            det = det * a[i][i]
            a[i] = [x / a[i][i] for x in a[i]]
            for r in range(n):
                if r != i and a[r][i]:
                    a[r] = [x - y * a[r][i] for x, y in zip(a[r], a[i])]
        return det, Matrix([r[n:] for r in a]) if extra else None

    def det(self):
        return self.eliminate()[0]

    def inverse(self):
        det, inv = self.eliminate(Matrix.identity(len(self.rows)))
        if inv is None:
            raise ZeroDivisionError("matrix is singular")
        return inv

    def __str__(self):
        texts = [[repr(x) for x in r] for r in self.rows]
        w = max(len(t) for r in texts for t in r)
        return "\n".join("[" + " ".join(t.rjust(w) for t in r) + "]" for r in texts)


a = Matrix([[2, 1, 0], [1, 3, -1], [0, 5, 4]])
print(a, a.T, a @ a, a * 3 + Matrix.identity(3), sep="\n--\n")
print(a.det(), a.shape, a[1, 2])
inv = a.inverse()
print(inv)
print(a @ inv == Matrix.identity(3), inv.inverse() == a, (a ** 5).det() == Fraction(a.det().n ** 5))
print(a.eliminate(Matrix([[1], [2], [3]]))[1].T)
print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(5)] for i in range(5)])
print(hilbert.det(), hilbert.inverse().rows[2])
for f in (lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a @ Matrix([[1, 2]]), lambda: a + Matrix([[1]]),
        lambda: Matrix([[1], [2, 3]]), lambda: Fraction(1, 0), lambda: a / 2):
    try:
        print(f())
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
