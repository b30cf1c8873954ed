# Big integers: factorials, powers, division, digits of pi, printing.
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return out


def main():
    f = 1
    for i in range(1, 1400):
        f *= i
    text = str(f)
    a, b = 0, 1
    for _ in range(40000):
        a, b = b, a + b
    m = (1 << 521) - 1
    x = 3
    for _ in range(280000):
        x = x * x % m
    g = 7 ** 2000
    s = 0
    for i in range(80000):
        s += (g >> (i & 1023)) & 0xFFFF
        s ^= (g // (i * 1000003 + 12345)) & 0xFF
    print(len(text), sum(pi_digits(2000)), a % 1000000007, x % 1000000007, s, pow(3, m - 1, m) == 1)


main()
