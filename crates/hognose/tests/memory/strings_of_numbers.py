for v in (0, -1, 10 ** 25, 1e22, 1.0, -0.0, float('inf'), True, 3 + 0j): print(v, repr(v), str(v), f'{v}', end=' ')
print(int('0x1f', 16), int(' 12 '), round(2.675, 2), round(15, -1), divmod(-7, 2), pow(3, 50, 7), abs(-5), int(1e18))
