# line and column of what is wrong
for src in ("x = 1 +", "x = (1\ny = 2", "a\nb\nc d\ne", "def f(:\n pass", "if x\n  pass", "f(a b)", "x = 'abc", "  x = 1", "if 1:\n  x\n y", "1 = x", "f() = 1", "for 1 in x: pass", "def f(a, a): pass", "return 1", "class C:\n  return 1", "x = 1\nx = 2 3\n", "f(1=2)", "[1, 2", "a = $",
            "if 1:\npass", "def f():\n\n  x = y z", "print 'hello'", "x = {1: 2, 3 4}", "nonlocal x", "break", "(a, 1) = x", "del f()", "f(**k, *a)", "lambda x=1, y: 0", "'''abc\n\n", "é = 1 2", "x = 'é' 1", "import a.b as", "from x import", "1 +\n", "f'{a b}'", "x = [\n  1,\n  2 3\n]", "x = 1;;", "else: pass", "0777", "1__0", "'\\x1'", "match x:\n case 1, 1: pass\n case a: pass\n case b: pass"):
    try:
        compile(src, "name.py", "exec")
        print("fine |", repr(src))
    except SyntaxError as e:
        print(e.filename, e.lineno, e.offset, e.msg, "|", repr(src))
