# What SyntaxError of compile, eval and exec says: message, line, column, text, end.
sources = ("x = = 1", "x = = 1\n", "a\nb c\nd\n", "(\n1 +\n", "def f(:\n pass\n", "f'{a b}'", "x = 'abc\n", "if x:\npass\n",
           "\tx y z", "return 1\n", "é = = 2", "a = 1\nbreak\n", "# c\n  x\n")
for mode in ("exec", "eval", "single"):
    for source in sources:
        try:
            compile(source, "f", mode)
            print(mode, repr(source), "compiles")
        except SyntaxError as e:
            print(mode, repr(source), type(e).__name__, e.args)
for source in (b"x = = 1", b"# coding: latin-1\nx \xe9 y\n", "\ufeffx = = 1".encode()):
    for how in (eval, exec):
        try:
            how(source)
        except SyntaxError as e:
            print(source, e.args)
