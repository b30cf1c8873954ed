class Ctx:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, repr(v), tb is not None)


with Ctx("a") as x:
    print("body", x)
with Ctx("b"):
    print("no target")
try:
    with Ctx("c"):
        raise ValueError("in body")
except ValueError as e:
    print("caught", e)
print(x)
with Ctx("d") as (p):
    print(p)
with Ctx("ef") as (p, q):
    print(p, q)
d = {}
with Ctx("g") as d["k"], Ctx("h") as d["j"]:
    print(d)
o = Ctx("i")
with o as o.attr:
    print(o.attr)
with (Ctx("j")):
    pass
with Ctx("klm") as [r, *s]:
    print(r, s)
