# + - * / and mixed operands; division by zero; unsupported operators.
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, a * 2, 2 * a, a / 2, 1 / a, a + 1.5, 1.5 - a, a * 1j, True + a,
    a - True, 10**20 + 1j)
print(1j * 1j, 1j ** 2, (1 + 1j) ** 2, (1 + 2j) * (1 - 2j), 0j * 5, a - a, (1 + 0j) == 1, a == 3 + 4j, a != b,
    1j == 1, 0j == 0 == 0.0)
z = 1j
z += 1
z *= 2j
z -= 0.5
z /= 2
print(z)
for f in (lambda: a / 0, lambda: a / 0j, lambda: 1 / 0j, lambda: a // b, lambda: a % b, lambda: divmod(a, b),
        lambda: a < b, lambda: a >= 1, lambda: 5 // 1j, lambda: a + "x", lambda: a & 1, lambda: ~a,
        lambda: int(a), lambda: float(a), lambda: round(a), lambda: a << 1, lambda: list("a")[0j],
        lambda: "a" * 1j, lambda: a @ b, lambda: max(a, b), lambda: 0j ** -1, lambda: 10**400 + 1j,
        lambda: hash([a]), lambda: range(1j), lambda: sorted([2j, 1j])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
