print(range(5), range(1, 5), range(1, 10, 2), range(5, 0, -1), range(0), repr(range(1, 5, 1)), list(range(5)), list(range(5, 0, -2)), list(range(3, 3)), list(range(0, -5)), list(range(-3, 3)))
r = range(10, 0, -3)
print(r.start, r.stop, r.step, len(r), r[0], r[-1], r[1:], r[::-1], list(r[::2]), 7 in r, 8 in r, 7.0 in r, "7" in r, r.index(4), r.count(7), r.count(8), bool(r), bool(range(0)))
print(range(3) == range(0, 3), range(0) == range(5, 5), range(0, 5, 2) == range(0, 6, 2), range(3) == [0, 1, 2], hash(range(0, 5, 2)) == hash(range(0, 6, 2)), range(3) != range(4), range(1, 1) == range(2, 2))
print(range(10)[2:8:2], range(10)[-3:], range(0, 100, 10)[3:7][1], range(10)[100:], range(2 ** 70, 2 ** 70 + 3), list(range(2 ** 70, 2 ** 70 + 3)), range(2 ** 70)[5], (2 ** 69) in range(2 ** 70), list(reversed(range(5))), list(reversed(range(0, 10, 4))))
import sys
big = range(sys.maxsize)
print(len(big) == sys.maxsize, big[-1] == sys.maxsize - 1, big[1:3], sum(range(101)), max(range(5)), sorted(range(3), reverse=True), tuple(range(2)), set(range(3)), dict.fromkeys(range(2)))
for text in ("range()", "range(1, 2, 0)", "range(1.5)", "range('a')", "range(1, 2, 3, 4)", "range(None)", "r[10]", "r[-10]", "r['a']", "r.index(5)", "r[0] == 1 and r.__setitem__", "range(3).x", "range(stop=3)", "iter(range(3)).send", "range(3) + range(3)", "range(3) * 2", "range(3) < range(4)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
try:
    r.start = 5
except AttributeError as e:
    print(e)
try:
    r[0] = 1
except TypeError as e:
    print(e)
a, b, *c = range(5)
print(a, b, c, [*range(2), *range(3)], range(True), range(-1), list(range(-1)))
it = iter(range(3))
print(next(it), list(it), list(it), it.__length_hint__())
