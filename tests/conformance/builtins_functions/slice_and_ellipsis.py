s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, slice(3), slice(None), slice("a", None, 1.5), slice(1, 2) == slice(1, 2), slice(1) != slice(2), slice(1, 2) < slice(1, 3))
print(s.indices(10), s.indices(3), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(100, -100, -3).indices(10), slice(5).indices(2), slice(True, None).indices(4))
print([0, 1, 2, 3, 4, 5][s], "abcdef"[s], (1, 2, 3)[slice(None, None, -1)], range(10)[slice(2, 8, 3)], b"abc"[slice(1)])
for text in ("slice()", "slice(1, 2, 3, 4)", "s.indices()", "s.indices(-1)", "s.indices('a')", "slice('a').indices(3)", "slice(1, 2, 0).indices(3)", "hash(s)", "[1][slice('a')]", "slice(stop=1)", "s[0]", "slice(1.5).indices(3)", "len(s)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
try:
    s.start = 5
except AttributeError as e:
    print(e)


class G:
    def __getitem__(self, k):
        return k


g = G()
print(g[1:2], g[::2], g[...], g[..., 1], g[1:2, 3:4], g[:], g[()], g[slice(1)], type(g[1:]).__name__, g[:].stop)
print(..., Ellipsis, type(...).__name__, ... == Ellipsis, bool(...), [...], repr(...), NotImplemented, type(NotImplemented).__name__)
lst = list(range(6))
lst[slice(1, 3)] = "xyz"
print(lst)
del lst[slice(None, None, 2)]
print(lst)
