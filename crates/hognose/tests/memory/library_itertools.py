import itertools, functools
print(list(itertools.chain('ab', [1])), list(itertools.islice(itertools.count(5), 3)), list(itertools.permutations('abc', 2)))
print(functools.reduce(lambda a, b: a + b, range(5)), functools.partial(pow, 2)(5))
@functools.lru_cache(None)
def f(n): return n if n < 2 else f(n - 1) + f(n - 2)
print(f(30))
