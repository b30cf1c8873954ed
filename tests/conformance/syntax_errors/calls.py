for src in ("f(a=1, a=2)", "f(a=1, 2)", "f(**k, 1)", "f(**k, *a)", "f(*a, 1)", "f(a=1, *b)", "f(**k, a=1)", "f(a=1, **k, b=2)", "f(*a, *b, c, *d)", "f(**a, **b)", "f(,)", "f(a,,b)", "f(a, )", "f(*a,)", "f(**k,)", "f(a b)", "f(a", "f a)", "f(a))", "f(*)", "f(**)", "f(* a)", "f(a=)", "f(=1)", "f(a.b=1)", "f(a[0]=1)", "f(1=1)",
            "f('a'=1)", "f(a=b=c)", "f(a==1)", "f((a=1))", "f(a for a in b)", "f(a for a in b, c)", "f(c, a for a in b)", "f(*a for a in b)", "f(lambda: 1)", "f(lambda=1)", "f(print=1)", "f(a := 1)", "f(*a := 1)", "print 1", "print 'a'", "exec 'x'", "print(1", "f(a)(b)(c)", "f()[0]()", "f(*a if b else c)", "f(**a or b)", "f(*a, **b, *c)", "f(if)", "f(a if b)", "f(not)", "f(a not b)", "f(*a.b[0]())",
            "class C(a=1, a=2): pass", "class C(*a, **k): pass", "class C(): pass", "class C(,): pass", "class C(a, b=1, c): pass", "class C(1 2): pass", "f(True=1)", "f(yield)", "f((yield))", "f(x=yield)", "f(a, *b=c)"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, "|", src)
