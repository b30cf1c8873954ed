# repr with signed zeros, infinities and nan.
inf, nan = float("inf"), float("nan")
for re in (0.0, -0.0, 1.0, -1.5, inf, nan):
    print([complex(re, im) for im in (0.0, -0.0, 1.0, -2.5, inf, -inf, nan)])
print(1j, -1j, -(1j), 0 - 1j, 1 - 0j, -1 - 0j, 1e20 + 1e-20j, 1e16j, 100000j, [1j], (1 + 1j,), {1j: 2j},
    str(1.0 + 0j), repr(complex(0, 5)))
print("%s %r" % (1j, 2 + 0j), f"{1 + 2j} {1j!r}", "{}".format(-1j))
for z in (1 + 2j, -1.5j, 1e16 + 1j, complex(-0.0, -0.0), complex(inf, nan)):
    assert repr(complex(repr(z))) == repr(z)
for spec in ("", ".2f", "+.1f", "e", "g", ".3", ">20", "*^20.1f", "20", ",.1f", "n", "G", " .1f", "#.2g"):
    print(repr(spec), format(1234.5678 - 2j, spec))
for spec in ("d", "s", "x", "%", "=20", "020", "c", "05.1f"):
    try:
        print(format(1j, spec))
    except ValueError as e:
        print(repr(spec), e)
