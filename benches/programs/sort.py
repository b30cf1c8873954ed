# Sorting: the built-in sort in several shapes, with keys, and a quicksort in the language.
def lcg(n):
    x = 42
    out = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(x >> 8)
    return out


def quicksort(a, lo, hi):
    while lo < hi:
        p = a[(lo + hi) // 2]
        i = lo
        j = hi
        while i <= j:
            while a[i] < p:
                i += 1
            while a[j] > p:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - lo < hi - i:
            quicksort(a, lo, j)
            lo = i
        else:
            quicksort(a, i, hi)
            hi = j


def main():
    data = lcg(200000)
    total = 0
    for _ in range(6):
        a = sorted(data)
        total += a[1000]
        a = sorted(data, key=lambda x: x % 1009)
        total += a[-1] % 1009
        a.sort(reverse=True)
        total += a[0]
    names = [str(x) for x in data[:40000]]
    names.sort()
    total += int(names[0]) + int(names[-1])
    b = data[:80000]
    quicksort(b, 0, len(b) - 1)
    total += b[500] + (b == sorted(data[:80000]))
    pairs = sorted([(x & 255, x) for x in data[:60000]])
    total += pairs[100][1]
    print(total)


main()
