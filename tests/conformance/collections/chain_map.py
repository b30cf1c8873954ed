# ChainMap looks through several maps and writes to the first.
from collections import ChainMap
base = {"color": "red", "size": 10}
user = {"size": 12}
c = ChainMap({}, user, base)
print(c["color"], c["size"], c.get("x"), len(c), sorted(c), "size" in c,
    dict(c) == {"color": "red", "size": 12}, c)
c["color"] = "blue"
print(c.maps[0], base, c["color"], c.pop("color"), c["color"])
child = c.new_child({"size": 99})
print(child["size"], child.parents["size"], len(child.maps), child.parents == c)
base["late"] = True
print(c["late"], sorted(c.items(), key=str), ChainMap(), bool(ChainMap()), bool(c))
for f in (lambda: c["nope"], lambda: c.pop("size"), lambda: c.__delitem__("late"),
        lambda: ChainMap().popitem()):
    try:
        print(f())
    except KeyError as e:
        print(type(e).__name__, e)
