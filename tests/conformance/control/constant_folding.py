# constants give the same as variables do at run time
two, three, minus, text, pair, zero = 2, 3, -7, "ab", (1, 2), 0
print(2 ** 100 == two ** 100, -7 // 2 == minus // two, -7 % 3 == minus % three)
print("ab" * 3 == text * three, (1, 2) * 2 == pair * two, "ab"[1] == text[1])
print(1 << 70, two << 69, 1 / 3, two / three / 2)
print(not 0, not zero, -0.0, 0.0 * -1, -zero * 1.0)
print(0.1 + 0.2, 1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10)
print(7 // 2 * 2 + 7 % 2, 5 & 3 | 8 ^ 1, ~0, - -1)
print("a" "b" 'c' * 2, "%s-%d" % ("x", 5), "abc"[::-1], (1, 2, 3)[-1], "x" in "xyz")
print(2 ** -1, 2 ** 0.5, (-8) ** (1 / 3) == (-two * 4) ** (1 / three))
for expr in ("1 / 0", "1 % 0", "1 << -1", "'a' + 1", "(1, 2)[5]", "'a' * -1", "2 ** -0.0", "()[0]", "-'a'", "0.0 ** -1"):
    try:
        print(expr, "=", eval(expr))
    except Exception as e:
        print(expr, type(e).__name__, e)


def f():
    if 0:
        print("no")
    while 0:
        print("no")
    if 1:
        return 1 if 0 else "folded"
    return "unreached"


print(f())
print(1 if "" else 2, 1 and 2, 0 or 3, None or "x", "" and 1 / 0)
print(1000 * 1000 == 10 ** 6, (1, 2) + (3,), [1] + [2])
