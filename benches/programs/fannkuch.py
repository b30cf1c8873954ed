# Pancake flips over all permutations of nine.
def fannkuch(n):
    perm1 = list(range(n))
    count = [0] * n
    checksum = 0
    most = 0
    r = n
    even = True
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if perm1[0] != 0:
            perm = perm1[:]
            flips = 0
            k = perm[0]
            while k:
                i = 0
                j = k
                while i < j:
                    t = perm[i]
                    perm[i] = perm[j]
                    perm[j] = t
                    i += 1
                    j -= 1
                flips += 1
                k = perm[0]
            if flips > most:
                most = flips
            if even:
                checksum += flips
            else:
                checksum -= flips
        while True:
            if r == n:
                return checksum, most
            first = perm1[0]
            i = 0
            while i < r:
                perm1[i] = perm1[i + 1]
                i += 1
            perm1[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        even = not even


a = fannkuch(9)
b = fannkuch(9)
print("%d %d %d" % (a[0], a[1], a[0] + b[0]))
