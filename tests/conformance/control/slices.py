a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-3], a[::2], a[1::3], a[::-1], a[8:2:-2], a[20:], a[-20:3], a[5:2], a[None:None:None])
s = "abcdef"
print(s[1:4], s[::-1], s[-2:], s[10:], s[4:1:-1], s[:-7:-1])
t = tuple(a)
print(t[1:3], t[::-3], t[5:5])
a[2:4] = "xyz"
print(a)
a[:] = [1, 2, 3]
print(a)
a[1:1] = [9, 9]
print(a)
a[::2] = [0, 0, 0]
print(a)
del a[1:3]
print(a)
a[len(a):] = range(2)
print(a)
a[-1:] = []
print(a)


class Show:
    def __getitem__(self, key):
        return key


sh = Show()
print(sh[1], sh[1:2], sh[::], sh[1:2, 3], sh[...], sh[:, 1:], sh[()], sh[1,], sh["a":"b":None])
for text in ("a[::0]", "a['x':]", "a[::2] = [1]", "a[1:2] = 5", "a[1.0:2]", "s[0] = 'x'", "t[0] = 1", "del s[0]", "s[1:2] = 'a'"):
    try:
        exec(text)
    except Exception as e:
        print(type(e).__name__, e)
print(a[True:], a[False:True], range(20)[3:15:4], range(10)[::-1], b"abc"[1:], "ab"[:10 ** 30], "ab"[-10 ** 30:])
