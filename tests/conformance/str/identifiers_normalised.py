# Identifiers are normalised (NFKC): look-alikes are one name.
ﬁ = 1
print(fi, "ﬁ" in globals(), "fi" in globals())
ét́ = "decomposed"
print(ét́)
ª = 2
print(a)
𝐱 = 3
print(x, [n for n in dir() if not n.startswith("__")])
class C:
    ℌ = "fraktur"
print(C.H, C().ℌ, getattr(C, "H"), hasattr(C, "ℌ"), hasattr(C, "ℌ"))
def f(ſ):
    return s
print(f(5))
