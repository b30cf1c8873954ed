for src in ("def f(a, a): pass", "def f(a, *a): pass", "def f(a, **a): pass", "def f(*, a, a): pass", "lambda a, a: 1", "def f(a=1, b): pass", "def f(a=1, *, b): pass", "def f(a, b=1, c): pass", "lambda a=1, b: 1", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(**k, *a): pass",
            "def f(*a, *b): pass", "def f(**a, **b): pass", "def f(*a, b): pass", "def f(*a=1): pass", "def f(**k=1): pass", "def f(/, a): pass", "def f(a, /): pass", "def f(a, /, b, /): pass", "def f(*, /, a): pass", "def f(a, *, /): pass", "def f(a=1, /, b): pass", "def f(a, /, *, b): pass",
            "def f(a,): pass", "def f(,): pass", "def f(a,,b): pass", "def f(*a,): pass", "def f(**k,): pass", "def f((a, b)): pass", "def f(a.b): pass", "def f(a b): pass", "def f(: pass", "def f) : pass", "def f: pass", "def (a): pass", "def f()", "def f():", "def f(a: int = 1, *b: str, c: x = 2, **d: y) -> z: pass",
            "def f(*a: *b): pass", "def f() -> : pass", "lambda *: 1", "lambda *, a: 1", "lambda a, /: 1", "lambda (a): 1", "lambda a: int: 1", "lambda", "lambda:", "lambda: pass", "def f(self, *args, key=None, **kw): return self", "def f(a=*b): pass", "def f(a=(yield)): pass", "def f(a=b=c): pass", "def f(*, a=1, b): pass", "def 1f(): pass", "def f(__debug__): pass"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, "|", src)
