# CR, LF, CRLF, form feeds, tabs, continuation lines
def run(src):
    ns = {}
    try:
        exec(src, ns)
        return {k: v for k, v in ns.items() if k != "__builtins__"}
    except SyntaxError as e:
        return type(e).__name__, e.msg


print(run("a = 1\nb = 2"))
print(run("a = 1\r\nb = 2\r\n"))
print(run("a = 1\rb = 2\r"))
print(run("if 1:\r\n  a = 1\r\n  b = 2"))
print(run("a = '''x\r\ny\rz\n'''"))
print(run("a = 'x\\\r\ny'"))
print(run("a = 1 + \\\r\n 2"))
print(run("a = 1 + \\\n 2"))
print(run("a = 1 + \\ \n 2"))
print(run("if 1:\n\ta = 1\n\tb = 2"))
print(run("if 1:\n\ta = 1\n        b = 2"))
print(run("if 1:\n  a = 1\n\n\t\n   # c\n  b = 2"))
print(run("\x0ca = 1\n\x0c\nb = 2"))
print(run("a = (1,\n  # comment\n\n  2)\n"))
print(run("a = 1;b = 2;"))
print(run("a = [\n1,\n\n2]\nb = {\n'k':\n3\n}"))
print(run("a = 1 # comment\n# comment\n  # indented comment\nb = 2 # end"))
print(run("if 1:\n" + " " * 60 + "a = 1"))
deep = "".join(" " * i + "if 1:\n" for i in range(90)) + " " * 90 + "a = 90\n"
print(run(deep))
print(run("".join(" " * i + "if 1:\n" for i in range(101)) + " " * 101 + "a = 1\n"))
print(run("a = 1\n\n\n\n"), run(""), run("\n"), run("   \n\t\n"), run("#"), run("\\\n"), run("a = 1\\"))
print(run("x = 1\n\x1a"), run("a\t=\t1"), run("\ufeffa = 1"), run(b"\xef\xbb\xbfa = 'bom'"), run(b"# coding: latin-1\na = '\xe9'"))
