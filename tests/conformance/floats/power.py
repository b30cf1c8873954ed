# ** and pow: negative bases give complex, overflow is an error.
print(2.0 ** 3, 2 ** 0.5, 2.0 ** -1, 0.0 ** 0, (-2.0) ** 3, (-2.0) ** -2, 4 ** 0.5, 10 ** -3, 1e200 ** 1.5,
    0.5 ** 1100)
print(round(((-8) ** (1 / 3)).real, 12), round(((-8) ** (1 / 3)).imag, 12), type((-1) ** 0.5).__name__)
print(pow(2.0, 3), pow(4, 0.5), pow(9.0, -0.5), (-0.0) ** 3, (-0.0) ** 2, 1.0 ** 1e308, (-1.0) ** 1e308,
    (-1.0) ** 1e15)
inf = float("inf")
print(inf ** 2, (-inf) ** 3, (-inf) ** 2, (-inf) ** -3, 0.5 ** inf, 2.0 ** -inf, (-1) ** inf, 0.0 ** inf)
for f in (lambda: 10.0 ** 400, lambda: 0.0 ** -1, lambda: 0 ** -1.5, lambda: pow(2.0, 3, 5),
        lambda: pow(2, 3.0, 5), lambda: 2.0 ** "a", lambda: 1e200 * 1e200, lambda: (-10.0) ** 401):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
