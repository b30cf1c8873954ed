print(list(map(str, [1, 2])), list(map(lambda x, y: x * y, [1, 2, 3], [4, 5])), list(map(max, [1, 5], [3, 2], [2, 9])), list(map(int, "123")), list(map(None.__class__, [])))
print(list(filter(None, [0, 1, "", "a", [], None])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isalpha, "a1b")), list(filter(bool, [0, 2])), list(filter(None, "")))
m = map(lambda x: print("call", x) or x, [1, 2])
print("lazy")
print(next(m), list(m), next(m, "end"), iter(m) is m)
f = filter(lambda x: print("test", x) or x % 2, [1, 2, 3])
print(next(f), next(f), next(f, None))
for text in ("map()", "map(str)", "map(5, [1])", "map(str, 5)", "list(map(5, [1]))", "list(map(lambda: 0, [1]))", "list(map(lambda x: x, 'a', 'b'))", "filter()", "filter(None)", "filter(None, 5)", "list(filter(5, [1]))", "list(filter(lambda: 1, [1]))", "filter(None, [], 1)", "list(map(int, ['1', 'x']))"):
    try:
        print(text, type(eval(text)).__name__)
    except Exception as e:
        print(text, type(e).__name__, e)
print(sum(map(len, ["a", "bb"])), sorted(map(abs, [-3, 1, -2])), "".join(map(chr, [72, 105])), dict(map(lambda p: (p[1], p[0]), {"a": 1}.items())), max(map(int, "192")), [*map(lambda a, *b: (a, b), "ab", "cd", "ef")])
print(list(map(lambda f: f(2), map(lambda n: lambda x: x ** n, range(4)))), list(filter(lambda p: p[0] == p[1], zip("abc", "axc"))))
it = iter([3, 4, 5])
print(list(map(lambda a, b: (a, b), it, it)), list(map(lambda x: next(it, "none"), [1])))


def stop(x):
    if x == 2:
        raise StopIteration
    return x


print(list(map(stop, [1, 2, 3])))
