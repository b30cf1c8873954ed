for src in ("x: int", "x: int = 1", "x: int = y = 1", "x, y: int", "x, y: int = 1, 2", "(x, y): int", "[x]: int", "[x]: int = [1]", "f(): int", "f(): int = 1", "1: int", "x + 1: int", "x.y: int", "x.y: int = 1", "x[0]: int", "x[0]: int = 1", "(x): int = 1", "(x.y): int", "x: int += 1",
            "x: int: str", "x:", "x: = 1", "None: int", "True: int = 1", "*x: int", "*x, = y: int", "lambda x: int: 1", "for x: int in y: pass", "with x as y: int: pass", "import x: int", "def f(x: int): x: str", "def f():\n global x\n x: int", "def f():\n x: int\n global x", "global x\nx: int", "def f():\n y = 1\n def g():\n  nonlocal y\n  y: int",
            "x: *y", "x: *y = 1", "x: yield", "def f(): x: (yield)", "def f(): x: yield = 1", "class C: x: (yield)", "x: (y := int)", "x: y := int", "x: lambda: 1", "x: int = yield", "def f(): x: int = yield", "x: int = *a", "x: int = *a, b", "x: a, b", "x: (a, b)", "x: int if y else z", "del x: int", "x: int, y: int", "x: int; y: str", "{x: int}", "[x: int]", "f(x: int)", "def f() -> int, str: pass", "def f(x: *a): pass", "def f(*x: *a): pass", "def f(**x: *a): pass", "__debug__: int"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src.replace("\n", ";"))
    except SyntaxError as e:
        print(e.msg, "|", src.replace("\n", ";"))
