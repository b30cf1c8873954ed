print((lambda: 1)(), (lambda x: x + 1)(2), (lambda x, y=2: x * y)(3), (lambda *a, **k: (a, k))(1, k=2))
fs = [lambda: "a", lambda: "b"]
print([f() for f in fs])
print((lambda x: (lambda y: x + y))(1)(2))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(lambda x: x % 2, range(6))))
f = lambda: (yield 5)
print(next(f()))
print((lambda: 0).__name__, (lambda: 0).__qualname__)
g = lambda n: 1 if n == 0 else n * g(n - 1)
print(g(5))
print((lambda x: x if x else "empty")(""), (lambda: (1, 2))(), (lambda: [i for i in range(3)])())
print((lambda a, b=1, *c, d, e=2, **f: (a, b, c, d, e, f))(0, d=3))
h = lambda x=[]: x
h().append(1)
print(h())
print({"add": lambda a, b: a + b}["add"](1, 2))
print((lambda f, *a: f(*a))(max, 1, 9, 3))
x = 1
k = lambda: x
x = 2
print(k())
