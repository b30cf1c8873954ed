# Names in functions, closures, classes and comprehensions.
g = "global"

def outer(a):
    b = a * 2
    def inner(c):
        return f"{a} {b} {c} {g} {[f'{i}{a}' for i in range(c)]}"
    return inner

print(outer(1)(3), outer("z")(1))

class C:
    attr = 10
    text = f"{attr} {g}"
    def method(self):
        return f"{self.attr:>{self.attr}} {type(self).__name__}"

print(C.text, C().method())
print([f"{i}:{j}" for i in range(2) for j in "ab"], {f"k{i}": f"v{i}" for i in range(2)},
    [*(f"{i:02}" for i in range(3))])

def default(x=f"{g}!", *, y=f"{1 + 1}"):
    return f"{x}{y}"

print(default(), default("a", y="b"))
make = lambda n: f"{n:>{n}}"
print(make(3), (lambda: f"{g}")(), f"{(lambda x: f'{x}')('nested')}")

def late():
    return f"{missing}"

try:
    late()
except NameError as e:
    print(e)

def gen():
    got = f"{(yield 'first')}"
    yield got

it = gen()
print(next(it), it.send("sent"))
