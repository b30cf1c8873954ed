# errors in executed text: classes, lines, context
def attempt(src, **names):
    try:
        exec(src, names)
    except BaseException as e:
        lines = []
        tb = e.__traceback__.tb_next
        while tb:
            lines.append((tb.tb_frame.f_code.co_filename, tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(type(e).__name__, e, lines)


attempt("\n\n1 / 0")
attempt("def f():\n  raise KeyError('k')\n\nf()")
attempt("x = [1]\nx[5]")
attempt("eval('1 +')")
attempt("exec('a\\nb c')")
attempt("exec('\\n1/0')")
attempt("raise SystemExit(3)")
attempt("g()", g=lambda: {}["missing"])
attempt("class C:\n  x = 1\n  y = undefined\n")
attempt("assert 1 == 2, 'message'")
attempt("try:\n  1/0\nfinally:\n  y = {}['z']")
attempt("def gen():\n  yield 1\n  raise OSError('g')\nlist(gen())")
attempt("[1 / x for x in (1, 0)]")
attempt("(lambda: undefined)()")
attempt("import no_such_module_at_all")
attempt("raise")
attempt("x: int\nx")
try:
    eval("f(0)", {"f": lambda n: 1 / n})
except ZeroDivisionError as e:
    print(e)
eval("1 +\n  2 if x else y(", {"x": 0})
