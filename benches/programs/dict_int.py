# Dictionaries with integer keys: dense, sparse and rolling.
def main():
    total = 0
    memo = {}
    for start in range(1, 150000):
        n = start
        steps = 0
        path = []
        while n != 1 and n not in memo:
            path.append(n)
            n = 3 * n + 1 if n & 1 else n >> 1
        steps = memo[n] if n != 1 else 0
        while path:
            steps += 1
            memo[path.pop()] = steps
        total += steps
    sparse = {}
    x = 12345
    for i in range(1200000):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        key = x >> 14
        sparse[key] = sparse.get(key, 0) + 1
    window = {}
    for i in range(1500000):
        window[i] = i
        if i >= 100:
            del window[i - 100]
    print(total, len(memo), len(sparse), max(sparse.values()), sum(window))


main()
