c = compile("1 + 2", "<text>", "eval")
print(eval(c), eval(c), type(c).__name__, c.co_filename, c.co_name, c.co_firstlineno)
e = compile("x = 5\ny = x * 2", "<text>", "exec")
ns = {}
print(exec(e, ns), ns["y"], eval(e, ns))
s = compile("1 + 2", "<text>", "single")
print(exec(s), eval(s))
exec(compile("x = 3", "<s>", "single"))
exec(compile("'text'", "<s>", "single"))
exec(compile("None", "<s>", "single"))
exec(compile("1; 2; [3]", "<s>", "single"))
exec(compile("for i in range(2):\n  i * 10\n", "<s>", "single"))
exec(compile("if 1:\n 'nested shown'\n", "<s>", "single"))
exec(compile("def f():\n  5\n  return 6\n\n", "<s>", "single"))
exec(compile("f()", "<s>", "single"))
for src, mode in (("x = 1", "eval"), ("1\n2", "single"), ("1 +", "exec"), ("", "eval"), ("", "single"), ("", "exec"), ("x = 1", "other"), ("for i in x:\n i", "single"), ("\n1", "single"), ("pass\n", "single")):
    try:
        compile(src, "<s>", mode)
        print("fine", repr(src), mode)
    except (SyntaxError, ValueError) as err:
        print(type(err).__name__, err, repr(src), mode)
f = compile("a * k", "f", "eval")
print([eval(f, {"a": i, "k": 10}) for i in range(3)])
for args in ((5, "f", "exec"), ("1", 5, "exec"), ("1", "f"), ("1", "f", "exec", -1)):
    try:
        compile(*args)
        print("fine")
    except (TypeError, ValueError) as err:
        print(type(err).__name__)
code = compile("def g(a, b=2):\n  'doc'\n  return a", "mod.py", "exec")
exec(code, ns)
print(ns["g"].__code__.co_filename, ns["g"].__code__.co_firstlineno, ns["g"].__doc__, ns["g"](1))
print(compile(b"# coding: utf-8\nq = '\xc3\xa9'", "f", "exec").co_filename, eval(compile("x", "f", "eval"), {"x": 1}, {"x": 2}))
print(compile("a", "f", "eval") == compile("a", "f", "eval"), hash(c) == hash(c), callable(c))
try:
    exec(compile("\n\n1/0", "named.py", "exec"))
except ZeroDivisionError as err:
    print(err.__traceback__.tb_next.tb_lineno, err.__traceback__.tb_next.tb_frame.f_code.co_filename)
