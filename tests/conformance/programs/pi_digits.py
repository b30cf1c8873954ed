# Digits of pi, e and the square root of two with big integers, each in two ways.
def spigot():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def arctan_inverse(x, unity):
    total = term = unity // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        sign, n = -sign, n + 2
    return total


def machin(digits):
    unity = 10 ** (digits + 10)
    return 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity)) // 10**10


def chudnovsky(digits):
    def split(a, b):
        if b - a == 1:
            if a == 0:
                p = q = 1
            else:
                p = (6 * a - 5) * (2 * a - 1) * (6 * a - 1)
                q = a * a * a * (640320**3 // 24)
            t = p * (13591409 + 545140134 * a)
            return p, q, -t if a & 1 else t
        m = (a + b) // 2
        p1, q1, t1 = split(a, m)
        p2, q2, t2 = split(m, b)
        return p1 * p2, q1 * q2, q2 * t1 + p1 * t2

    p, q, t = split(0, digits // 14 + 2)
    root = isqrt(10005 * 10 ** (2 * digits + 20))
    return q * 426880 * root // t // 10**10


def isqrt(n):
    if n < 0:
        raise ValueError("square root of a negative number")
    if n == 0:
        return 0
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y


def euler(digits):
    term = total = 10 ** (digits + 10)
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return total // 10**10


def continued_e(n):
    a = [2] + [2 * (i // 3 + 1) if i % 3 == 1 else 1 for i in range(n)]
    p, q = 1, 0
    for x in reversed(a):
        p, q = x * p + q, p
    return p, q


digits = spigot()
first = "".join(str(next(digits)) for _ in range(200))
for i in range(0, 200, 50):
    print(" ".join(first[j:j + 10] for j in range(i, i + 50, 10)))
m, c = machin(600), chudnovsky(600)
print(m == c, str(m)[:200] == first, str(c)[-30:], sum(map(int, str(c))))
e = euler(300)
p, q = continued_e(60)
print(str(e)[:60], p, q, str(p * 10**40 // q) == str(e)[:41])
root = isqrt(2 * 10**400)
print(str(root)[:60], root * root <= 2 * 10**400 < (root + 1) ** 2)
counts = [str(c).count(str(d)) for d in range(10)]
print(counts, sum(counts), "999999" in str(machin(800)))
try:
    isqrt(-1)
except ValueError as e:
    print(e)
