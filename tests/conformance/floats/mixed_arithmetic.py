# Ints and floats together: sums, differences, products and quotients, at the edges of small ints.
values = [0, 1, -7, 2**46, -(2**47), 2**47 - 1, 2**48, 0.0, -0.0, -2.25, 1e300, float("inf"), float("nan"), True]
for x in values:
    for y in values:
        results = [x + y, x - y, x * y]
        try:
            results.append(x / y)
        except ZeroDivisionError as error:
            results.append(str(error))
        print(x, y, results)
