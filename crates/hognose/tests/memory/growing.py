l, d, s, b = [], {}, set(), bytearray()
for i in range(150):
    l.append(i); d[i] = l; s.add(str(i)); b.append(i)
print(len(l), len(d), len(s), len(b))
for i in range(100): del d[i]; s.remove(str(i)); l.pop(0); b.pop()
print(len(l), len(d), len(s), len(b))
