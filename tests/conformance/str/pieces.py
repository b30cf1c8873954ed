# Short pieces of strings: repeated, added, joined, stripped, split, cut.
import random
random.seed(5)
def rep(s, n): return "".join([s for _ in range(max(0, n))])
for s in ["", "a", "ab", "é", "€", "abc", "𝄞", "abcde", "éé"]:
    for n in range(-1, 8):
        assert s * n == rep(s, n), (s, n)
        assert n * s == rep(s, n), (s, n)
        assert len(s * n) == len(s) * max(n, 0)
s = ""
t = []
for i in range(3000):
    c = random.choice(["a", "é", "€", "𝄞", "xy", "abcde", "longer text"])
    s += c
    t.append(c)
    if i % 97 == 0:
        assert s == "".join(t), i
        u = s
        assert (u + "z")[:-1] == s
assert hash(s) == hash("".join(t)) and s == "".join(t)
for text in ["", "x", "xx", "xax", "axa", "xéx", "ééx", "x" * 20 + "abcdefgh" + "x" * 9, "no", "é", "xxé€xx"]:
    for c in ["x", "a", "é", "xa"]:
        a = text.strip(c); b = text.lstrip(c); d = text.rstrip(c)
        def ls(t):
            while t and t[0] in c: t = t[1:]
            return t
        def rs(t):
            while t and t[-1] in c: t = t[:-1]
            return t
        assert (a, b, d) == (rs(ls(text)), ls(text), rs(text)), (text, c)
for k in range(2000):
    n = random.randrange(0, 60)
    text = "".join(random.choice("ab,,é€cd") for _ in range(n))
    parts = text.split(",")
    assert ",".join(parts) == text
    assert all("," not in p for p in parts)
    i, j = random.randrange(0, 60), random.randrange(0, 60)
    assert text[i:j] == "".join(list(text)[i:j])
    assert text.endswith("a") == (text[-1:] == "a") and text.startswith("é") == (text[:1] == "é")
    assert text.startswith("") and text.endswith("") and text.endswith(text)
    assert all(p.isascii() == all(ord(ch) < 128 for ch in p) for p in parts)
    d = {p: 1 for p in parts}
    assert all(p in d for p in "".join(list(text)).split(","))
print("same", len(s))
