print(int(), int(5.9), int(-5.9), int("  42  "), int("-7"), int("+7"), int("1_000"), int(True), int("0x1f", 16), int("1f", 16), int("z", 36), int("0b101", 0), int("0o17", 0), int("101", 2), int(b"12"), int(bytearray(b"3")), int(1e20), int("٣"), int("11", base=3))
print(float(), float("1.5"), float("  -2e3 "), float("inf"), float("-Infinity"), float("nan"), float(5), float("1_0.5"), float(True), float(".5"), float("5."), float(b"2.5"), float(10 ** 20), float("1e400"), float("-0"))
print(bool(), bool(0), bool(""), bool("0"), bool([]), bool([0]), bool(0.0), bool(float("nan")), bool(None), bool(object()), bool(...))
print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex("3j"), complex(1.5, -0.0), complex("-1-2j"), complex(1j), complex(1j, 1j), complex(real=1, imag=2))
for text in ("int('')", "int('a')", "int('1.5')", "int('1__0')", "int('_1')", "int(None)", "int([])", "int('z', 10)", "int('1', 1)", "int('1', 37)", "int('08', 0)", "int(5, 10)", "int('1', 'x')", "int(float('inf'))", "int(float('nan'))", "int(1j)", "int('1' * 5 + ' 2')", "float('')", "float('x')", "float('1e')", "float(None)", "float([])", "float(10 ** 400)", "float('1 2')", "float(1j)", "complex('a')", "complex('1 + 2j')", "complex('1', 2)", "complex(None)", "int('-')", "int('0x', 16)", "bool(1, 2)", "float('1_')", "int(x=5)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)


class T:
    def __trunc__(self):
        return 9

    def __float__(self):
        return 2.5

    def __bool__(self):
        return False


print(float(T()), bool(T()), int("9" * 50), int("-" + "1" * 30), int("ff", 16) == 0xff == int("FF", 16))
