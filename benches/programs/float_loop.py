# Float arithmetic on locals: a logistic map, a series and a polynomial.
def main():
    x = 0.5
    total = 0.0
    i = 0
    while i < 6000000:
        x = 3.75 * x * (1.0 - x)
        total += x
        i += 1
    series = 0.0
    sign = 1.0
    for k in range(4000000):
        series += sign / (2 * k + 1)
        sign = -sign
    poly = 0.0
    for k in range(3000000):
        t = k * 1e-6
        poly += ((t * 0.5 - 1.25) * t + 2.0) * t - 0.75
    print("%.9f %.9f %.6f" % (total, series * 4, poly))


main()
