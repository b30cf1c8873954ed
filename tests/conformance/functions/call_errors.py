# wrong calls of user functions
def zero(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def star(a, *r): pass


class C:
    def method(self, x): pass
    @staticmethod
    def static(x): pass
    @classmethod
    def cls(cls, x): pass
    def __init__(self, a=1): pass


class NoInit:
    pass


for text in ("zero(1)", "zero(1, 2)", "zero(k=1)", "one()", "one(1, 2)", "one(b=1)", "one(1, a=2)", "two()", "two(1)", "two(b=1)",
             "two(1, 2, 3)", "three()", "three(1)", "three(c=1)", "opt()", "opt(1, 2, 3)", "opt(1, c=2)", "star()", "star(r=1)",
             "C().method()", "C().method(1, 2)", "C.method()", "C.static()", "C.cls()", "C(1, 2)", "C(b=1)", "NoInit(1)", "NoInit(a=1)",
             "(lambda: 0)(1)", "(lambda x, y: 0)(1)"):
    try:
        eval(text)
        print(text, "fine")
    except TypeError as e:
        print(text, "|", e)
