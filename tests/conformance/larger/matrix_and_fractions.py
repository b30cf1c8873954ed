# a rational number class, matrices, polynomials
def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Q:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if isinstance(n, str):
            n, _, rest = n.partition("/")
            n, d = int(n), int(rest or 1)
        if isinstance(n, Q):
            n, d = n.n, n.d * d
        if d == 0:
            raise ZeroDivisionError(f"Q({n}, 0)")
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    def _other(f):
        def op(self, o):
            if isinstance(o, int):
                o = Q(o)
            return f(self, o) if isinstance(o, Q) else NotImplemented
        return op

    __add__ = __radd__ = _other(lambda a, b: Q(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__ = _other(lambda a, b: Q(a.n * b.d - b.n * a.d, a.d * b.d))
    __rsub__ = _other(lambda a, b: b - a)
    __mul__ = __rmul__ = _other(lambda a, b: Q(a.n * b.n, a.d * b.d))
    __truediv__ = _other(lambda a, b: Q(a.n * b.d, a.d * b.n))
    __rtruediv__ = _other(lambda a, b: b / a)
    __eq__ = _other(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__ = _other(lambda a, b: a.n * b.d < b.n * a.d)

    def __hash__(self): return hash((self.n, self.d)) if self.d != 1 else hash(self.n)
    def __neg__(self): return Q(-self.n, self.d)
    def __bool__(self): return self.n != 0
    def __float__(self): return self.n / self.d
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def __pow__(self, k): return Q(self.n ** k, self.d ** k) if k >= 0 else Q(self.d ** -k, self.n ** -k)


def solve(rows):
    m = [[Q(x) for x in r] for r in rows]
    for i in range(len(m)):
        pivot = next((r for r in range(i, len(m)) if m[r][i]), None)
        if pivot is None:
            raise ArithmeticError("singular")
        m[i], m[pivot] = m[pivot], m[i]
        m[i] = [x / m[i][i] for x in m[i]]
        for j in range(len(m)):
            if j != i:
                m[j] = [a - m[j][i] * b for a, b in zip(m[j], m[i])]
    return [r[-1] for r in m]


print(Q(1, 2) + Q("1/3"), 1 - Q(1, 4), Q(6, -4), Q(3) / 2, 2 / Q(3), Q(2, 3) ** -2, float(Q(1, 8)), sum([Q(1, n) for n in range(1, 11)]))
print(sorted([Q(1, 2), Q(1, 3), Q(2, 5)]), Q(4, 2) == 2, {Q(2): "two"}[2], Q(1, 2) in [Q(2, 4)], bool(Q(0, 5)), max(Q(1, 3), Q(1, 2)))
print(solve([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]), solve([[Q(1, 2), 1, 1], [1, Q(1, 3), 2]]))
for f in (lambda: Q(1, 0), lambda: Q(1) / 0, lambda: Q(1) + "x", lambda: solve([[1, 1, 1], [2, 2, 2]]), lambda: Q(1) < 1.5):
    try:
        print(f())
    except (ArithmeticError, TypeError) as e:
        print(type(e).__name__, e)


def hilbert(n):
    return [[Q(1, i + j + 1) for j in range(n)] for i in range(n)]


def det(m):
    if len(m) == 1:
        return m[0][0]
    return sum((m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) * (-1) ** j for j in range(len(m))), Q(0))


print([det(hilbert(n)) for n in range(1, 6)])
