# Printing nested, recursive and odd dicts.
d = {"a": 1}
d["self"] = d
d["list"] = [d, {}]
print(d)
print({1: {2: {3: {}}}}, {"it's": 'a"b', b"k": None}, {(): []}, {1.0: 1j, None: ..., True: range(2)},
    str({"k": "v"}), repr({}), "%s" % {1: 2}, f"{ {1: 2} }", "{}".format({"a": [1]}))
class K:
    def __repr__(self):
        return "K!"
print({K(): K()}, [{K(): 1}], {"x": (K(),)}, len(repr({i: i for i in range(10)})))
class Bad:
    def __repr__(self):
        raise ValueError("bad repr")
try:
    print({1: Bad()})
except ValueError as e:
    print(e)
print({"k": 1}.items(), {}.keys(), {1: [2]}.values(), {1: 2}.__class__, dict.__name__)
