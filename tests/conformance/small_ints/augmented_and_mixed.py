# Arithmetic of ints with bool and float; augmented assignment on every operator.
print(1 + True, True + True, True * 5, False - 1, True / 2, 7 / 2, 6 / 3, 2 ** True)
print(1 + 1.0, 3 * 0.5, 7 // 2.0, -7 % 3.0, 2 ** 0.5 == 2 ** 0.5, 10 - 0.5)
print(type(1 + True).__name__, type(6 / 3).__name__, type(6 // 3).__name__, type(6 // 3.0).__name__)
n = 10
n += 5
print(n, end=" ")
n -= 3
print(n, end=" ")
n *= 4
print(n, end=" ")
n //= 5
print(n, end=" ")
n **= 3
print(n, end=" ")
n %= 100
print(n, end=" ")
n /= 8
print(n)
print(1 == 1.0 == True, 1 < 2.5 < 3, 3 > 2.999, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 0 == -0.0)
print(1 != True, True is not None, 5 == "5", 0 == None)
for text in ("1 + '1'", "1 - None", "1 * {}", "[] / 1", "1 < 'a'", "1 >= None", "2 ** 'x'", "-'a'", "+[]",
        "1 @ 2"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "->", e)
