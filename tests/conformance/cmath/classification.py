# isfinite, isinf, isnan, isclose; infinities and zeros through sqrt.
import cmath
inf, nan = cmath.inf, cmath.nan
for z in (1 + 1j, complex(inf, 0), complex(0, -inf), complex(nan, 1), complex(nan, inf), 0, 5.5):
    print(z, cmath.isfinite(z), cmath.isinf(z), cmath.isnan(z))
print(cmath.isclose(1 + 1j, 1 + 1j), cmath.isclose(1, 1 + 1e-12j), cmath.isclose(1, 1 + 1e-3j),
    cmath.isclose(1, 1 + 1e-3j, rel_tol=0.01), cmath.isclose(0, 1e-12j, abs_tol=1e-9),
    cmath.isclose(complex(inf, 1), complex(inf, 1)), cmath.isclose(complex(nan, 1), complex(nan, 1)))
for z in (0.0, complex(0.0, -0.0), complex(-0.0, 0.0), complex(-4, 0.0), complex(-4, -0.0), complex(inf, 1),
        complex(1, inf), complex(-inf, 1), complex(-inf, -1), 1e-300, 1e300):
    print(z, cmath.sqrt(z))
print(cmath.exp(0), cmath.exp(complex(-inf, 1)), cmath.exp(complex(inf, 0)), cmath.cosh(0), cmath.sin(0j),
    cmath.log(1), cmath.log(complex(inf, 0)).real)
try:
    cmath.isclose(1, 2, rel_tol=-1)
except ValueError as e:
    print(e)
