# Item access, get, setdefault, in; KeyError shows the key.
d = {"a": 1, 2: "two", (3, 4): None, None: "none"}
print(d["a"], d[2], d[3, 4], d[None], d.get("a"), d.get("z"), d.get("z", 5), d.get((3, 4), "default"),
    "a" in d, "z" not in d, 2.0 in d, len(d))
d["a"] += 10
d["new"] = []
d["new"].append(1)
print(d.setdefault("a", 99), d.setdefault("b", 7), d.setdefault("c"), d)
del d["a"]
del d[None], d[2]
print(d)
for f in (lambda: d["zz"], lambda: d[5], lambda: d[1, 2], lambda: d[None], lambda: d[""], lambda: d["it's"],
        lambda: d.__delitem__("q"), lambda: d[[]], lambda: d.get([]), lambda: [] in d, lambda: d.get(),
        lambda: d.get(1, 2, 3), lambda: d.setdefault(), lambda: d.setdefault({}, 1), lambda: d[{}],
        lambda: d.__setitem__(set(), 1), lambda: d.get(key=1)):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
try:
    {}["missing"]
except KeyError as e:
    print(repr(e), e.args)
print(d.__getitem__("b"), d.__contains__("b"), d.__setitem__("m", 1), d.__delitem__("m"), d.__len__())
