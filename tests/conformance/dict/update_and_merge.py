# update in its forms; | and |=.
d = {"a": 1}
print(d.update({"b": 2}), d.update([("c", 3)]), d.update(d=4), d.update({"a": 9}, e=5), d.update(),
    d.update([]), d)
e = d
d |= {"z": 26}
d |= [("y", 25), ("a", 0)]
print(d is e, d)
print({"a": 1, "b": 2} | {"b": 3, "c": 4}, {} | {}, {1: 2} | {}, dict(a=1) | dict(a=2))
class Keys:
    def keys(self):
        return ["k"]
    def __getitem__(self, k):
        return k * 2
d = {}
d.update(Keys())
d |= Keys()
print(d)
d.update(d)
d.update(k for k in [(1, 2), (3, 4)])
print(d)
for f in (lambda: d.update(5), lambda: d.update([1]), lambda: d.update(["abc"]), lambda: d.update({}, {}),
        lambda: d | [("a", 1)], lambda: [] | d, lambda: d | None, lambda: d.__ior__(5), lambda: d + {},
        lambda: d & {}, lambda: d.update([(1, 2), (3,)]), lambda: d.update([([], 1)]), lambda: d < {},
        lambda: d.update(None)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(d)
