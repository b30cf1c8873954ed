# what fails while failing
class Evil:
    def __str__(self):
        raise ValueError("no str")

    def __bool__(self):
        raise ArithmeticError("no bool")

    def __iter__(self):
        raise OSError("no iter")

    def __eq__(self, other):
        raise LookupError("no eq")

    def __hash__(self):
        raise KeyError("no hash")

    def __len__(self):
        raise TypeError("no len")

    def __getattr__(self, name):
        raise RuntimeError("no " + name)

    def __getitem__(self, k):
        raise EOFError("no item")

    def __call__(self):
        raise NotImplementedError("no call")


x = Evil()
for name, action in (("str", lambda: str(x)), ("bool", lambda: not x), ("if", lambda: 1 if x else 2), ("iter", lambda: [*x]),
                     ("eq", lambda: x == 1), ("in", lambda: x in [1]), ("hash", lambda: {x: 1}), ("set", lambda: {x}), ("len", lambda: len(x)), ("attr", lambda: x.foo),
                     ("item", lambda: x[0]), ("call", lambda: x()), ("format", lambda: f"{x}"), ("print", lambda: print(x)), ("unpack", lambda: (lambda *a: a)(*x)),
                     ("and", lambda: x and 1), ("sorted", lambda: sorted(x)), ("hasattr", lambda: hasattr(x, "foo")), ("getattr", lambda: getattr(x, "foo", 1))):
    try:
        print(name, action())
    except Exception as e:
        print(name, repr(e))
