# except* with nested groups, re-raising and results
def show(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        return type(e).__name__ + "(" + repr(e.message) + ": " + ", ".join(show(x) for x in e.exceptions) + ")"
    return repr(e)
def run(f, *a):
    try:
        print(f.__name__, f(*a))
    except BaseException as e:
        print(f.__name__, "raised", show(e), "| ctx", show(e.__context__), "| cause", repr(e.__cause__))
def nested():
    return ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [TypeError(2), ExceptionGroup("low", [ValueError(3), OSError(4)])]), KeyError(5)])
def a():
    try:
        raise nested()
    except* ValueError as e:
        print("V", show(e))
    except* (TypeError, OSError) as e:
        print("TO", show(e))
run(a)
def b():
    try:
        raise nested()
    except* Exception as e:
        print("all", show(e))
    else:
        print("else")
    finally:
        print("finally")
    return "done"
run(b)
def c():
    try:
        pass
    except* ValueError:
        print("no")
    else:
        print("else")
    finally:
        print("finally")
run(c)
def d():
    try:
        raise nested()
    except* ValueError as e:
        raise
    except* TypeError as e:
        raise e
    except* OSError:
        raise RuntimeError("new")
run(d)
def e():
    try:
        raise ValueError("plain")
    except* ValueError as e:
        print(show(e), type(e).__name__, e.exceptions)
    try:
        e
    except NameError as x:
        print(x)
try:
    e()
except Exception as x:
    print(type(x), x)
def f():
    try:
        raise ValueError("plain")
    except* TypeError:
        print("no")
run(f)
def g():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError()])
    except* Exception as e:
        print(show(e))
run(g)
def h():
    for i in range(3):
        try:
            try:
                raise ExceptionGroup("g", [ValueError(i), TypeError(i)])
            except* ValueError as e:
                print("handled", show(e))
        except* TypeError as e:
            print("outer", show(e))
    return i
run(h)
def i():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        try:
            raise ExceptionGroup("inner", [KeyError(2), OSError(3)])
        except* KeyError as e:
            print("inner", show(e), "ctx", show(e.__context__))
run(i)
def j():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass
run(j)
def k():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* 5:
        pass
run(k)
def l():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise OSError("first")
    except* TypeError:
        raise OSError("second") from None
run(l)
def m():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError as eg:
            raise eg
    except* ValueError as e2:
        print("again", show(e2), e2.__context__)
run(m)
class G(ExceptionGroup):
    def derive(self, excs):
        print("derive", len(excs))
        return G(self.message + "'", excs)
def n():
    try:
        raise G("own", [ValueError(1), G("sub", [TypeError(2), ValueError(3)])])
    except* ValueError as e:
        print(show(e))
run(n)
def o():
    eg = ExceptionGroup("n", [ValueError(1), TypeError(2)])
    eg.add_note("note")
    try:
        raise eg
    except* ValueError as e:
        print(e.__notes__, e.__notes__ is eg.__notes__, e.__traceback__ is not None, e.__cause__)
        e.add_note("more")
    print("x")
try:
    o()
except ExceptionGroup as e:
    print(show(e), e.__notes__)
def p():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        pass
    except* TypeError:
        pass
    return "clean"
run(p)
def q():
    l = []
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        finally:
            l.append(1)
    except* (ValueError, TypeError) as e:
        l.append(len(e.exceptions))
    return l
run(q)
def r():
    def f():
        raise ExceptionGroup("in f", [ValueError("v")])
    try:
        f()
    except* ValueError as eg:
        tb = eg.__traceback__
        n = 0
        while tb: n, tb = n + 1, tb.tb_next
        return n
run(r)
for code in ("try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "try: pass\nexcept*: pass", "def f():\n for x in y:\n  try: pass\n  except* ValueError: break", "def f():\n  try: pass\n  except* ValueError: return", "while 1:\n  try: pass\n  except* ValueError: continue", "while 1:\n  try: pass\n  except* ValueError:\n    for i in x: continue", "def f():\n  try: pass\n  except* ValueError:\n    def g(): return 1"):
    try:
        compile(code, "c", "exec"); print("ok")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
