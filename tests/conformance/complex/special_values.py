# Infinities and nan in products and quotients.
inf, nan = float("inf"), float("nan")
print(complex(inf, 0) + 1j, complex(inf, inf) - complex(inf, 0), complex(0, inf) * 2,
    complex(1, 2) * complex(inf, 0), 1j * inf, complex(inf, 1) * 1j)
print(1 / complex(inf, 0), complex(1, 1) / complex(inf, inf), complex(inf, 0) / 2,
    complex(nan, 1) == complex(nan, 1), complex(inf, 0) == inf, complex(1e308, 1e308) * 2,
    complex(1e200, 0) * complex(1e200, 0))
print(-complex(0.0, 0.0), complex(-0.0, 0.0) + 0, complex(0.0, -0.0) * 1, 0.0 - 0j, -0.0 + 0j,
    complex(-0.0, -0.0), (-0.0 - 0j).imag, complex(0, -0.0).conjugate())
print((1e-300 + 1e-300j) / (1e-300 + 1e-300j), (1e300 + 1e300j) / (1e300 - 1e300j), (5e-324j) / 2,
    1e-200j * 1e-200j)
x = complex(nan, 0)
print(x == x, x in [x], x != x, bool(x), complex(nan, nan))
