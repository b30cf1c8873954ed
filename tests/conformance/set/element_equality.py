# Elements follow __hash__ and __eq__; equal numbers are one element, the first one stays.
print({1, True}, {True, 1}, {1.0, 1}, {0, False, 0.0, -0.0}, len({1, "1", b"1", (1,)}), {2**70, 2.0**70},
    len({"a", b"a"}))
class P:
    def __init__(self, x, tag):
        self.x, self.tag = x, tag
    def __eq__(self, other):
        return self.x == other.x
    def __hash__(self):
        return hash(self.x)
    def __repr__(self):
        return f"P{self.x}{self.tag}"
s = {P(1, "first")}
s.add(P(1, "second"))
print(s, P(1, "x") in s, len(s | {P(2, "y")}), s & {P(1, "other")} == s, {P(1, "a")} | {P(1, "b")},
    s - {P(1, "z")})
class Same:
    def __hash__(self):
        return 7
many = {Same() for _ in range(100)}
print(len(many), Same() in many, 7 in many)
class NoHash:
    def __eq__(self, other):
        return self is other
for bad in (NoHash(), [], {}, set(), bytearray(), slice(1)):
    try:
        {bad}
    except TypeError as e:
        print(e)
x = P(5, "m")
s = {x}
x.x = 6
print(x in s, P(5, "") in s, len(s), list(s))
