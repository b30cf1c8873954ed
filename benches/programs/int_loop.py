# Integer arithmetic on locals: while and for loops, division, shifts, masks.
def main():
    total = 0
    i = 0
    while i < 6000000:
        total = (total + i * 3) & 0xFFFFFF
        i += 1
    x = 1
    for k in range(3000000):
        x = x ^ (x << 3) & 0xFFFF
        x = x ^ (x >> 5)
        if x % 7 == 0:
            x += k
        total = (total + x // 3) & 0xFFFFFFF
    print(total)


main()
