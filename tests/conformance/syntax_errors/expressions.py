for src in ("x +", "+", "x + * y", "x ** ", "* x", "** x", "x * * y", "not", "x not y", "x is not", "x not in", "x in", "x if y", "x if y else", "if x else y", "x and", "or x", "lambda x: ", "x[", "x[]", "x[1:2:3:4]", "x[::]", "x[1,]", "x[*a]", "x[*a, 1:2]", "x[a b]", "x.", ".x", "x.1", "x..y", "(1, 2", "(,)", "(1,,2)", "[,]", "[1,,2]", "{,}", "{1,,2}", "{1: }", "{: 1}", "{1: 2, 3}", "{1, 2: 3}", "{1: 2 3: 4}",
            "{**}", "{**a, 'b'}", "{*a, 'b': 1}", "{*a}", "{**a}", "[*a, *b]", "(*a)", "(*a,)", "*a", "*a, b", "x = *a", "x = *a,", "x = (*a, *b)", "print(*a)", "x = y = *z,", "return *a, b", "yield *a, b", "x = yield", "a < b > c", "a < > b", "a = b == c", "a == b = c", "x = if", "x = class", "x = def", "class = 1", "def = 1", "None + 1", "x = 1 +\n2", "x = (1 +\n2)", "x, = 1", "x, y", "()", "() + ()", "not not x", "- - x", "~x", "~~~x", "-x ** -y", "(x)(y)",
            "'a' 'b' c", "[x", "x]", "a b", "a b c", "1 2", "x = 1 if 2 else", "[1 2]", "(a b)", "{a b}", "{a: b c}", "f'{a}' 'b'", "x = [a, b c, d]", "if x: y z", "x = (yield = 1)", "a.b c", "a = b c", "5 5", "print x", "print(x) y", "x.await", "x.if", "x.print", "x.match", "match = case = type = 1", "_ = 1", "match(x)", "match[x]", "match * x", "case(x)"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src.replace("\n", ";"))
    except SyntaxError as e:
        print(type(e).__name__, e.msg, "|", src.replace("\n", ";"))
