# phase, polar and rect are inverse.
import cmath
def r(x):
    return f"{x + 0.0:.11g}"
for z in (1, -1, 1j, -1j, 1 + 1j, -1 - 1j, 3 - 4j, 0, 2.5, complex(-1, -0.0), complex(0.0, -0.0)):
    m, p = cmath.polar(z)
    back = cmath.rect(m, p)
    print(z, r(m), r(p), r(cmath.phase(z)), abs(back - z) < 1e-12)
print([f"{round(cmath.rect(1, k * cmath.pi / 4).real, 10) + 0.0:g} {round(cmath.rect(1, k * cmath.pi / 4).imag, 10) + 0.0:g}" for k in range(8)])
print(cmath.rect(0, 5), cmath.rect(2, 0), cmath.polar(0j), cmath.phase(-1) == cmath.pi,
    cmath.phase(complex(-1, -0.0)) == -cmath.pi, cmath.polar(complex(float("inf"), 0)),
    cmath.rect(float("inf"), 0), cmath.phase(float("nan")))
for f in (lambda: cmath.rect(1), lambda: cmath.rect("1", 2), lambda: cmath.rect(1j, 0), lambda: cmath.phase(),
        lambda: cmath.polar("1"), lambda: cmath.rect(1, float("inf")), lambda: cmath.polar([1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
