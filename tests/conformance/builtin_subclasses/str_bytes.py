class S(str):
    def __new__(cls, *a, **k):
        self = super().__new__(cls, *a)
        self.extra = k.get("extra")
        return self

    def shout(self):
        return self.upper() + "!"


s = S("abc", extra=1)
print(s, repr(s), len(s), s.extra, s.shout(), type(s).__name__, isinstance(s, str))
print(s + "d", type(s + "d").__name__, s * 2, s[1], s[::-1], type(s[:]).__name__, "b" in s, s == "abc", s < "abd", hash(s) == hash("abc"), {"abc": 1}[s], {s: 2}["abc"])
print(s.upper(), type(s.upper()).__name__, s.join("xy"), "-".join([s, s]), s.split("b"), s.replace("a", "z"), f"{s:>5}", "%s" % s, s.encode(), str(s), type(str(s)).__name__)
print([c for c in s], list(s), s.find(S("c")), s.startswith(S("a")), S(5), S(), S(b"x", "utf-8"), int(S("12")), getattr(s, S("extra")))


class T(str):
    def __str__(self):
        return "<" + super().__str__() + ">"

    def __repr__(self):
        return "T" + super().__repr__()

    def __len__(self):
        return 100

    def __eq__(self, o):
        return super().__eq__(str.lower(o))

    def __hash__(self):
        return 1

    def __getitem__(self, i):
        return "?"

    def __contains__(self, x):
        return True


t = T("xy")
print(t, [t], len(t), t == "XY", t[0], "q" in t, f"{t}", t + "z", list(t), "".join([t]), t.upper())


class B(bytes):
    def __new__(cls, *a):
        return bytes.__new__(cls, *a)

    def first(self):
        return self[0]


b = B(b"hey")
print(b, b.first(), b + b"!", type(b + b"").__name__, b == b"hey", b.decode(), bytes(b), memoryview(b)[1], B([1, 2]), B(3), b[1:], b"e" in b, {b"hey": 1}[b], bytearray(b))


class BA(bytearray):
    tag = "ba"


x = BA(b"ab")
x.append(99)
x += b"d"
print(x, x.tag, type(x).__name__, type(x + b"").__name__, bytes(x), x[0], x == b"abcd")
