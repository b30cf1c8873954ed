for src in ("[x for x in]", "[for x in y]", "[x for 5 in y]", "[x for x y]", "[x, y for x in z]", "{x: y, z for x in w}", "{x for x in y: 1}", "[x for x in y if]", "[x for f() in y]", "[x if y for x in z]",
            "(x for x in y) = 1", "[x for x in y] = 1", "{x: 1 for x in y} += 1", "f(x for x in y, 1)", "f(1, x for x in y)", "f(x for x in y)", "f((x for x in y), 1)", "[*x for x in y]", "{**x for x in y}", "{**x: 1 for x in y}",
            "[x for x in *y]", "[x for x in lambda: y]", "[x for x in (lambda: y)]", "[x for x in 1 if 2 else 3]", "[x for x in y if z else w]", "[x async for x in y]", "[(yield) for x in y]", "[x := 1 for x in y]",
            "[x for x, in y]", "[x for *x in y]", "[x for *x, in y]", "[x for (x, y), [z] in w]", "del [x for x in y]", "[x for x in y for]", "class C(x for x in y): pass", "[x for None in y]", "[x for x.y[0] in z]", "f(a=x for x in y)", "[i for i in range(3) if i = 1]"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src)
    except SyntaxError as e:
        print(e.msg, "|", src)
