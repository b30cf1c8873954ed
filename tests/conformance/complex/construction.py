# Literals and complex() from numbers and text.
print(1j, 2 + 3j, 2 - 3j, -1j, 1.5e3j, 0j, 1_0j, .5J, complex(), complex(1), complex(1, 2),
    complex(1.5, -2.5), complex(2j), complex(1j, 1j), complex(True), complex(real=1, imag=2), complex(imag=3),
    complex(10**20, 1))
for text in ("1+2j", "-1.5e3-2J", "j", "-j", "+1j", "3", " 1+2j ", "(1+2j)", " ( 3j ) ", "1e5j", "inf",
        "nan+infj", "-inf-nanj", "1_0+2_0j", ".5+.5j", "1.", "0j", "-0-0j"):
    print(repr(text), complex(text))
for text in ("", " ", "1+", "1 + 2j", "1+2", "j1", "1+2jj", "(1+2j", "1+2j)", "a", "1++2j", "1+2i", "1j+2",
    "()", "1_", "--1j"):
    try:
        print(complex(text))
    except ValueError as e:
        print(repr(text), e)
class C:
    def __complex__(self):
        return 5 + 6j
class F:
    def __float__(self):
        return 2.5
class I:
    def __index__(self):
        return 7
print(complex(C()), complex(F()), complex(I()), complex(F(), I()), complex(C(), 1))
class Bad:
    def __complex__(self):
        return 1.5
for f in (lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex(None), lambda: complex([]),
    lambda: complex(b"1"), lambda: complex(Bad()), lambda: complex(1, 2, 3), lambda: complex(1, None),
    lambda: complex(object)):
    try:
        print(f())
    except TypeError as e:
        print(e)
