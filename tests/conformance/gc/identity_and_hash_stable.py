# id and hash of an object stay what they are through collections
import gc


class K:
    pass


objs = [K() for _ in range(200)]
ids = [id(o) for o in objs]
table = {o: i for i, o in enumerate(objs)}
members = set(objs)
f = lambda: 0
m = objs[0].__init__
fid, fh, mh = id(f), hash(f), hash(m)
for round in range(3):
    junk = [[i] * 3 for i in range(3000)]
    del junk
    gc.collect()
    print([id(o) for o in objs] == ids, all(table[o] == i for i, o in enumerate(objs)), all(o in members for o in objs), id(f) == fid, hash(f) == fh, hash(objs[0].__init__) == mh)
del objs[50:]
gc.collect()
print(len(table), len(members), len(set(ids)), objs[10] in table, table[objs[49]])
nested = {(i, objs[i]): [objs[i]] for i in range(20)}
gc.collect()
print(all(nested[i, objs[i]][0] is objs[i] for i in range(20)))
cls = [type(f"C{i}", (K,), {"n": i}) for i in range(50)]
by_class = {c: c.n for c in cls}
gc.collect()
print(sum(by_class[c] for c in cls), cls[7]().n, cls[7].__name__)
text = "".join(chr(97 + i % 26) for i in range(500))
gc.collect()
print(text[:30], hash(text) == hash(str(text)), len(text))
