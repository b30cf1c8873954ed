for src in ("x := 1", "(x := 1)", "x = y := 1", "x = (y := 1)", "f(a := 1)", "f(a=b := 1)", "f(a=(b := 1))", "(x.y := 1)", "(x[0] := 1)", "((x, y) := 1)", "([x] := 1)", "(1 := 2)", "(f() := 1)", "lambda: x := 1", "lambda: (x := 1)",
            "[i := 0 for i in y]", "[[(j := 0) for i in y] for j in z]", "[i for i in (j := y)]", "[i for i, (j := 1) in y]", "[(i := 1) for j in y]", "class C: [(j := i) for i in y]", "def f():\n [i := 0, i]", "(x: int := 1)", "x += (y := 1)",
            "del (x := 1)", "x[y := 1]", "x[y := 1, z := 2]", "x[(y := 1):z]", "{x := 1}", "{x := 1: 2}", "{(x := 1): 2}", "{1: x := 2}", "[x := 1, y := 2]", "(x := 1, 2)", "if x := 1: pass", "while x := 1: pass", "assert x := 1", "return (x := 1)",
            "with (x := y): pass", "with x := y: pass", "for x in (y := z): pass", "for x in y := z: pass", "f'{x:=5}'", "f'{(x:=5)}'", "@x := y\ndef f(): pass", "def f(a := 1): pass", "(True := 1)", "(__debug__ := 1)", "(x := *y)", "(*x := y)", "(x := yield)", "def f(): (x := (yield))",
            "(x := y := 1)", "(x := (y := 1))", "print(x := 1, y := 2)", "import x := y", "[x for x in y if (x := 1)]", "x if y := 1 else z", "not x := 1", "elif x := 1: pass", "try: pass\nexcept (e := E): pass"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src.replace("\n", ";"))
    except SyntaxError as e:
        print(e.msg, "|", src.replace("\n", ";"))
