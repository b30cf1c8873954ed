# exp, log, sqrt, trigonometric functions of complex arguments.
import cmath
def r(z):
    z = complex(z)
    return f"{round(z.real, 11) + 0.0:.11g}{round(z.imag, 11) + 0.0:+.11g}j"
zs = (0, 1, -1, 1j, -1j, 1 + 2j, -0.5 - 0.25j, 3 - 4j, 2.5)
for name in ("exp", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "asinh", "acosh"):
    print(name, [r(getattr(cmath, name)(z)) for z in zs])
for name in ("log", "log10"):
    print(name, [r(getattr(cmath, name)(z)) for z in zs[1:]])
print([r(cmath.log(z, b)) for z, b in ((8, 2), (1j, 10), (-1, 1j))], [r(cmath.atan(z)) for z in (0, 1,
    1 + 1j)], [r(cmath.atanh(z)) for z in (0, 0.5, 1 + 1j)])
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj,
    type(cmath.sqrt(4)).__name__, cmath.sqrt(4), cmath.sqrt(-4), cmath.sqrt(-1))
