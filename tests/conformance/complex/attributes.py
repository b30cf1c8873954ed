# real, imag, conjugate, abs, bool, hash, read-only parts.
z = 3 - 4j
print(z.real, z.imag, z.conjugate(), abs(z), bool(z), bool(0j), bool(1e-320j), not complex(0, -0.0),
    type(z.real).__name__, abs(-5j), abs(complex(float("inf"), float("nan"))), abs(complex(float("nan"), 1)),
    abs(0j), abs(1e-300j))
print((5).real, (5).imag, (5).conjugate(), (2.5).real, (2.5).imag, (2.5).conjugate(), True.real, True.imag)
print(hash(5 + 0j) == hash(5) == hash(5.0), {1 + 0j: "one"}[1], {2: "two"}[2 + 0j],
    len({1, 1.0, 1 + 0j, True}), hash(1j) == hash(complex("1j")), 2 + 0j in [2], [1, 2].index(1 + 0j))
for f in (lambda: setattr(z, "real", 1), lambda: setattr(z, "imag", 1), lambda: setattr(z, "other", 1),
        lambda: z.nope, lambda: z(), lambda: z[0], lambda: len(z), lambda: abs(1e308 + 1e308j),
        lambda: z.conjugate(1), lambda: iter(z)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
