# Building, searching and slicing strings of some hundred thousand characters.
s = "".join(chr(97 + i % 26) for i in range(100000))
print(len(s), s[:30], s[99990:], s.count("abc"), s.find("zab", 50000), s.rfind("abc"), s[::9973])
u = s + "é" + s
print(len(u), u.index("é"), u[100001:100006], u[-1], u[::-1][100000], u.count("z"), u.upper()[100000])
parts = s.split("m")
print(len(parts), parts[1], "m".join(parts) == s, len(s.replace("a", "")), len(s.replace("a", "aa")))
lines = "\n".join("line %d" % i for i in range(5000))
print(len(lines.splitlines()), lines.splitlines()[4321], hash(s) == hash(s[:50000] + s[50000:]))
total = 0
for c in u:
    total = (total * 31 + ord(c)) % 1000003
print(total, s == u[:100000], s < u, max(u), "q" * 100000 == "q" * 99999 + "q")
