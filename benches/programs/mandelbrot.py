# The set as counts over a grid, with plain floats.
def main():
    width = 640
    height = 400
    limit = 120
    inside = 0
    total = 0
    for row in range(height):
        ci = row * 2.4 / height - 1.2
        for col in range(width):
            cr = col * 3.2 / width - 2.2
            zr = 0.0
            zi = 0.0
            n = 0
            while n < limit:
                r2 = zr * zr
                i2 = zi * zi
                if r2 + i2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = r2 - i2 + cr
                n += 1
            if n == limit:
                inside += 1
            total += n
    print(inside, total)


main()
