# Assignment patterns against lists: nested, starred, wrong sizes.
a, b, c = [1, 2, 3]
[d, e] = [4, 5]
(f, [g, *h]), i = [[6, [7, 8, 9]], 10]
first, *middle, last = range(6)
*init, end = "abc"
head, *none = [1]
print(a, b, c, d, e, f, g, h, i, first, middle, last, init, end, head, none)
x = [0, 1, 2]
i = 0
i, x[i] = 1, "set"
print(i, x)
x[0], x[2] = x[2], x[0]
print(x)
for k, (l, *m) in [(1, [2, 3, 4]), (5, "xy")]:
    print(k, l, m)
for source in ("a, b = [1]", "a, b = [1, 2, 3]", "a, *b, c = [1]", "[] = [1]", "a, b = 5", "a, b = None",
    "(a, b), c = [1, 2]", "a, b = {}", "*a, = 7", "a, b, c = 'ab'"):
    try:
        exec(source)
    except (ValueError, TypeError) as e:
        print(source, "->", type(e).__name__, e)
[] = []
() = ""
*z, = (1, 2)
print(z)
