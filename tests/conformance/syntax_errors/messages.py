# str, args and print of a SyntaxError
try:
    compile("a\nb c\n", "some/file.py", "exec")
except SyntaxError as e:
    print(str(e))
    print(repr(e))
    print(e.args)
    print(e.print_file_and_line)
try:
    exec("x = = 1")
except SyntaxError as e:
    print(e, "|", e.filename, e.lineno, e.offset)
try:
    eval("1 +")
except SyntaxError as e:
    print(e, e.filename)
for src in ("", " ", "\n", "# comment", "x = 1", "1; 2", "1\n2", "if 1: 2", "pass", "(1,\n2)", " 1", "\t1", "1 ", "1\n", "1 # c", "*a", "yield", "x := 1", "(x := 1)"):
    try:
        print(repr(src), eval(src, {"a": []}))
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg)
print(issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError))
try:
    exec("def f():\n  x = 1\n\ty = 2\n")
except TabError as e:
    print(type(e).__name__, e)
e = SyntaxError("m", ("f.py", 3, 4, "  text", 3, 9))
print(e, e.text)
e.lineno = 9
e.filename = None
print(e)
