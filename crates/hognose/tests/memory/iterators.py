it = iter([1, 2, 3])
print(next(it), list(enumerate('abc', 5)), list(zip('ab', range(5))), list(map(pow, [2, 3], [4, 5])), list(filter(None, [0, 1])))
print(list(iter(iter([1, 2, 9]).__next__, 9)), list(reversed('abc')), any([0, 1]), all([]), sum([[1], [2]], []))
