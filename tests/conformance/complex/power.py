# ** with int, float and complex exponents.
def show(z):
    if isinstance(z, complex):
        return f"{round(z.real, 9) + 0.0:.9g} {round(z.imag, 9) + 0.0:.9g}"
    return f"{z:.9g}"
for base in (2 + 1j, 1j, -2 + 0j, 0.5 - 0.5j):
    print(base, [show(base ** n) for n in (0, 1, 2, 3, -1, -2, 0.5, 1j, 1 + 1j, 10)])
print(show((-1) ** 0.5), show((-8) ** (1 / 3)), show(2 ** 1j), show(2.5 ** (1 - 1j)), show(1j ** 1j),
    show((-1) ** 1.5), show((-4.0) ** 0.5), show(pow(1j, 3)), show(0j ** 0), show(0j ** 2))
print((1 + 1j) ** 20, (2j) ** 10, (1 - 1j) ** 3, 1j ** 4, 1j ** -2, (3 + 4j) ** 2)
for f in (lambda: 0j ** -1, lambda: 0j ** 1j, lambda: 0 ** (1 + 1j), lambda: pow(1j, 2, 3),
        lambda: (1e200 + 1e200j) ** 5, lambda: 1j ** "a", lambda: "a" ** 1j, lambda: 0 ** -1j):
    try:
        print(show(f()))
    except Exception as e:
        print(type(e).__name__, e)
