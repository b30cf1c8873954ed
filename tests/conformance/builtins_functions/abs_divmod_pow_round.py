print(abs(-5), abs(5), abs(-2.5), abs(-0.0), abs(3 + 4j), abs(True), abs(-10 ** 30), abs(float("-inf")))
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(-1, 10 ** 20), divmod(True, 2), divmod(10 ** 30, 7))
print(pow(2, 10), pow(2, -1), pow(2, 0.5), pow(-8, 1 / 3).real > 0, pow(3, 5, 7), pow(3, -1, 7), pow(0, 0), pow(-2, 3, 5), pow(2, 3, -5), pow(10, 100, 13), pow(True, 2), pow(2, 3, mod=5), pow(base=2, exp=3))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(5), round(5.0), type(round(5.0)).__name__, type(round(5.0, 0)).__name__, round(-0.5), round(0.5), round(1.005, 2), round(True), round(2.5, None), round(1e20), round(15, -1), round(25, -1), round(-15, -1))
for text in ("divmod(1, 0)", "divmod(1.0, 0.0)", "pow(0, -1)", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(2.0, 3, 5)", "pow('a', 2)", "abs('x')", "abs()", "round('x')", "round(1.5, 'x')", "round(float('inf'))", "round(float('nan'))", "divmod('a', 1)", "divmod(1j, 2)", "pow(2, 3, 4, 5)", "round(1.5, 1.0)", "abs([])", "round(None)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
print(round(1e300, 2), round(123.456, -1), round(123.456, -3), round(0.1 + 0.2, 10), round(float("inf"), 2), round(2 ** 70 + 1, -5), round(-1.55, 1))
