for src in ("1 = x", "'a' = x", "f() = x", "x + 1 = y", "None = 1", "True = 1", "x = True = 1", "... = 1", "lambda: 1 = x", "[a, 1] = x", "(a, f()) = x", "a, b += 1", "f() += 1", "1 += 1", "(a) = 1", "(a, b) = 1", "[a, b] = c",
            "x = 1 = y", "-x = 1", "not x = 1", "x if y else z = 1", "x < y = 1", "x and y = 1", "{} = 1", "{a} = 1", "{a: b} = 1", "f'{x}' = 1", "b'x' = 1", "`x` = 1", "x() = y = 1", "a.b = 1", "a[0] = 1", "a.b() = 1", "*a = b", "*a, = b", "a, *b, *c = d",
            "*a, *b = c", "(*a) = b", "[*a] = b", "del f()", "del 1", "del x + 1", "del (a, b)", "del [a, f()]", "del *a", "del", "del (a)", "del None", "for 1 in x: pass", "for f() in x: pass", "for None in x: pass", "for a, f() in x: pass", "with x as 1: pass", "with x as f(): pass",
            "import x as 1", "import x as a.b", "def f(None): pass", "def f(1): pass", "class None: pass", "def None(): pass", "lambda None: 1", "f(None=1)", "f(1=2)", "f(a.b=1)", "f(True=1)", "x.None = 1", "__debug__ = 1", "global None", "x.1", "(yield) = 1"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, "|", src)
