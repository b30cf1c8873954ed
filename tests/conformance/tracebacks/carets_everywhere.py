# every kind of statement and expression, failing
import sys
class Bad:
    def __getattr__(self, n): raise AttributeError(n)
    def __bool__(self): raise ValueError("bool")
    def __iter__(self): raise ValueError("iter")
    def __call__(self, *a, **k): raise ValueError("call")
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): raise ValueError("exit")
    def __eq__(self, o): raise ValueError("eq")
    def __lt__(self, o): raise ValueError("lt")
    def __contains__(self, o): raise ValueError("contains")
    def __hash__(self): raise ValueError("hash")
    def __neg__(self): raise ValueError("neg")
    def __format__(self, s): raise ValueError("format")
    def __setattr__(self, n, v): raise ValueError("setattr")
    def __delattr__(self, n): raise ValueError("delattr")
    def __setitem__(self, n, v): raise ValueError("setitem")
    def __delitem__(self, n): raise ValueError("delitem")
    def __getitem__(self, n): raise ValueError("getitem")
    def __index__(self): raise ValueError("index")
b = Bad()
n = None
d = {}
def f(x): raise ValueError('in f')
def case0():
    global b, n, d
    x = b.attr
try:
    case0()
    print('case0 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case1():
    global b, n, d
    x = 1 if b else 2
try:
    case1()
    print('case1 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case2():
    global b, n, d
    if b: pass
try:
    case2()
    print('case2 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case3():
    global b, n, d
    if not b: pass
try:
    case3()
    print('case3 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case4():
    global b, n, d
    if 1 and b: pass
try:
    case4()
    print('case4 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case5():
    global b, n, d
    while b: pass
try:
    case5()
    print('case5 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case6():
    global b, n, d
    x = not b
try:
    case6()
    print('case6 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case7():
    global b, n, d
    x = b and 1
try:
    case7()
    print('case7 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case8():
    global b, n, d
    x = 1 + b.attr
try:
    case8()
    print('case8 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case9():
    global b, n, d
    for i in b: pass
try:
    case9()
    print('case9 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case10():
    global b, n, d
    for i in n: pass
try:
    case10()
    print('case10 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case11():
    global b, n, d
    x = [i for i in b]
try:
    case11()
    print('case11 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case12():
    global b, n, d
    x = [b.attr for i in (1,)]
try:
    case12()
    print('case12 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case13():
    global b, n, d
    x = {i: b.attr for i in (1,)}
try:
    case13()
    print('case13 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case14():
    global b, n, d
    x = (b.attr for i in (1,)); next(x)
try:
    case14()
    print('case14 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case15():
    global b, n, d
    x = [i for i in (1,) if b]
try:
    case15()
    print('case15 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case16():
    global b, n, d
    b()
try:
    case16()
    print('case16 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case17():
    global b, n, d
    b(1, 2)
try:
    case17()
    print('case17 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case18():
    global b, n, d
    f(*n)
try:
    case18()
    print('case18 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case19():
    global b, n, d
    f(**n)
try:
    case19()
    print('case19 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case20():
    global b, n, d
    f(1)(2)
try:
    case20()
    print('case20 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case21():
    global b, n, d
    print(b.x, 1)
try:
    case21()
    print('case21 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case22():
    global b, n, d
    with b: pass
try:
    case22()
    print('case22 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case23():
    global b, n, d
    with n as q: pass
try:
    case23()
    print('case23 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case24():
    global b, n, d
    x = b == 1
try:
    case24()
    print('case24 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case25():
    global b, n, d
    x = 1 < 2 < b
try:
    case25()
    print('case25 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case26():
    global b, n, d
    x = b < 1 < 2
try:
    case26()
    print('case26 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case27():
    global b, n, d
    x = 1 in b
try:
    case27()
    print('case27 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case28():
    global b, n, d
    x = n in n
try:
    case28()
    print('case28 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case29():
    global b, n, d
    x = {b}
try:
    case29()
    print('case29 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case30():
    global b, n, d
    x = {b: 1}
try:
    case30()
    print('case30 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case31():
    global b, n, d
    x = {1: b, **n}
try:
    case31()
    print('case31 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case32():
    global b, n, d
    x = [1, *n]
try:
    case32()
    print('case32 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case33():
    global b, n, d
    x = (1, *n, 2)
try:
    case33()
    print('case33 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case34():
    global b, n, d
    x = -b
try:
    case34()
    print('case34 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case35():
    global b, n, d
    x = +n
try:
    case35()
    print('case35 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case36():
    global b, n, d
    x = ~n
try:
    case36()
    print('case36 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case37():
    global b, n, d
    x = f"{b}"
try:
    case37()
    print('case37 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case38():
    global b, n, d
    x = f"a {b!r} {n:d}"
try:
    case38()
    print('case38 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case39():
    global b, n, d
    x = f"{b:{1}}"
try:
    case39()
    print('case39 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case40():
    global b, n, d
    b.x = 1
try:
    case40()
    print('case40 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case41():
    global b, n, d
    b.x += 1
try:
    case41()
    print('case41 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case42():
    global b, n, d
    del b.x
try:
    case42()
    print('case42 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case43():
    global b, n, d
    b[1] = 2
try:
    case43()
    print('case43 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case44():
    global b, n, d
    b[1] += 2
try:
    case44()
    print('case44 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case45():
    global b, n, d
    del b[1]
try:
    case45()
    print('case45 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case46():
    global b, n, d
    d[b] = 1
try:
    case46()
    print('case46 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case47():
    global b, n, d
    d["k"] += 1
try:
    case47()
    print('case47 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case48():
    global b, n, d
    n[0]
try:
    case48()
    print('case48 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case49():
    global b, n, d
    n[0] = 1
try:
    case49()
    print('case49 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case50():
    global b, n, d
    n.x = 1
try:
    case50()
    print('case50 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case51():
    global b, n, d
    n.x.y.z
try:
    case51()
    print('case51 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case52():
    global b, n, d
    d["a"]["b"]
try:
    case52()
    print('case52 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case53():
    global b, n, d
    a, c = 1
try:
    case53()
    print('case53 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case54():
    global b, n, d
    a, c = 1, 2, 3
try:
    case54()
    print('case54 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case55():
    global b, n, d
    a, *c = ()
try:
    case55()
    print('case55 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case56():
    global b, n, d
    (a, (c, e)) = 1, 2
try:
    case56()
    print('case56 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case57():
    global b, n, d
    [a, c] = n
try:
    case57()
    print('case57 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case58():
    global b, n, d
    import nosuch
try:
    case58()
    print('case58 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case59():
    global b, n, d
    import nosuch.a as z
try:
    case59()
    print('case59 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case60():
    global b, n, d
    from sys import nosuch
try:
    case60()
    print('case60 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case61():
    global b, n, d
    from nosuch import x
try:
    case61()
    print('case61 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case62():
    global b, n, d
    raise n
try:
    case62()
    print('case62 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case63():
    global b, n, d
    raise ValueError("x") from 5
try:
    case63()
    print('case63 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case64():
    global b, n, d
    raise ValueError
try:
    case64()
    print('case64 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case65():
    global b, n, d
    assert 0
try:
    case65()
    print('case65 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case66():
    global b, n, d
    assert n, "msg"
try:
    case66()
    print('case66 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case67():
    global b, n, d
    assert 0, b.attr
try:
    case67()
    print('case67 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case68():
    global b, n, d
    undefined
try:
    case68()
    print('case68 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case69():
    global b, n, d
    undefined.x
try:
    case69()
    print('case69 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case70():
    global b, n, d
    del undefined
try:
    case70()
    print('case70 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case71():
    global b, n, d
    x = undefined + 1
try:
    case71()
    print('case71 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case72():
    global b, n, d
    x = 1 + undefined
try:
    case72()
    print('case72 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case73():
    global b, n, d
    x = (lambda: undefined)()
try:
    case73()
    print('case73 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case74():
    global b, n, d
    x = 1 + n * 2
try:
    case74()
    print('case74 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case75():
    global b, n, d
    x = (1 +
         n)
try:
    case75()
    print('case75 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case76():
    global b, n, d
    x = n + \
        1
try:
    case76()
    print('case76 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case77():
    global b, n, d
    x = f(
        n,
    )
try:
    case77()
    print('case77 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case78():
    global b, n, d
    x = 1 / 0 + 2
try:
    case78()
    print('case78 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case79():
    global b, n, d
    x = 2 ** n ** 2
try:
    case79()
    print('case79 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case80():
    global b, n, d
    x = n @ n
try:
    case80()
    print('case80 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case81():
    global b, n, d
    x = n // 1
try:
    case81()
    print('case81 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case82():
    global b, n, d
    x = n << 1 | 2
try:
    case82()
    print('case82 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case83():
    global b, n, d
    x = [0][5]
try:
    case83()
    print('case83 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case84():
    global b, n, d
    x = [0][n]
try:
    case84()
    print('case84 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case85():
    global b, n, d
    x = "abc"[n:1:b]
try:
    case85()
    print('case85 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case86():
    global b, n, d
    x = "%d" % "x"
try:
    case86()
    print('case86 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case87():
    global b, n, d
    x = int("z", 5)
try:
    case87()
    print('case87 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case88():
    global b, n, d
    x: b.attr = 1
try:
    case88()
    print('case88 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case89():
    global b, n, d
    x: int = b.attr
try:
    case89()
    print('case89 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case90():
    global b, n, d
    b.y: int = 1
try:
    case90()
    print('case90 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case91():
    global b, n, d
    def g(a=b.attr): pass
try:
    case91()
    print('case91 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case92():
    global b, n, d
    def g(a: b.attr): pass
try:
    case92()
    print('case92 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case93():
    global b, n, d
    def g() -> b.attr: pass
try:
    case93()
    print('case93 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case94():
    global b, n, d
    class K(b.attr): pass
try:
    case94()
    print('case94 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case95():
    global b, n, d
    class K(n): pass
try:
    case95()
    print('case95 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case96():
    global b, n, d
    class K(metaclass=5): pass
try:
    case96()
    print('case96 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case97():
    global b, n, d
    class K: x = b.attr
try:
    case97()
    print('case97 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case98():
    global b, n, d
    @b.attr
    def g(): pass
try:
    case98()
    print('case98 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case99():
    global b, n, d
    @b
    def g(): pass
try:
    case99()
    print('case99 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case100():
    global b, n, d
    @b
    class K: pass
try:
    case100()
    print('case100 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case101():
    global b, n, d
    x = lambda: b.attr; x()
try:
    case101()
    print('case101 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case102():
    global b, n, d
    x = (y := b.attr)
try:
    case102()
    print('case102 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case103():
    global b, n, d
    print(1); print(b.attr); print(3)
try:
    case103()
    print('case103 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case104():
    global b, n, d
    if 1: x = b.attr
try:
    case104()
    print('case104 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case105():
    global b, n, d
    x = b.attr if 1 else 2
try:
    case105()
    print('case105 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case106():
    global b, n, d
    return_ = [1,2,3][1:2].foo
try:
    case106()
    print('case106 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case107():
    global b, n, d
    x = "é" + "ü".foo + 1
try:
    case107()
    print('case107 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case108():
    global b, n, d
    x = {1: 2}[3] + 4
try:
    case108()
    print('case108 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case109():
    global b, n, d
    x = f(f(f(1)))
try:
    case109()
    print('case109 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case110():
    global b, n, d
    x = (b
      .attr)
try:
    case110()
    print('case110 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case111():
    global b, n, d
    x = b.attr.z if 0 else n.q
try:
    case111()
    print('case111 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case112():
    global b, n, d
    x = n  .  attr
try:
    case112()
    print('case112 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case113():
    global b, n, d
    x = n [ 0 ]
try:
    case113()
    print('case113 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case114():
    global b, n, d
    x = f ( 1 )
try:
    case114()
    print('case114 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case115():
    global b, n, d
    lambda: 0 + n
try:
    case115()
    print('case115 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case116():
    global b, n, d
    try: b.attr
    except b.other: pass
try:
    case116()
    print('case116 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case117():
    global b, n, d
    match b.attr:
        case 1: pass
try:
    case117()
    print('case117 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case118():
    global b, n, d
    match 5:
        case n.x: pass
try:
    case118()
    print('case118 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case119():
    global b, n, d
    match 5:
        case f(): pass
try:
    case119()
    print('case119 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case120():
    global b, n, d
    match 5:
        case z if b: pass
try:
    case120()
    print('case120 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case121():
    global b, n, d
    x = sorted([3, n])
try:
    case121()
    print('case121 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case122():
    global b, n, d
    x = max(n)
try:
    case122()
    print('case122 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case123():
    global b, n, d
    x = "".join([1])
try:
    case123()
    print('case123 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case124():
    global b, n, d
    x = getattr(n, "q")
try:
    case124()
    print('case124 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case125():
    global b, n, d
    x = "a" "b".foo
try:
    case125()
    print('case125 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case126():
    global b, n, d
    x = "a" + 1 + "b"
try:
    case126()
    print('case126 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case127():
    global b, n, d
    x = 1 + 2 + "b" + 3
try:
    case127()
    print('case127 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case128():
    global b, n, d
    x = 1 - -n
try:
    case128()
    print('case128 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case129():
    global b, n, d
    x = 1 if n.x else 0
try:
    case129()
    print('case129 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case130():
    global b, n, d
    x = d.get(1).foo(2)
try:
    case130()
    print('case130 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case131():
    global b, n, d
    x = (1).foo
try:
    case131()
    print('case131 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case132():
    global b, n, d
    x = not n.x
try:
    case132()
    print('case132 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case133():
    global b, n, d
    await_ = n.x,
try:
    case133()
    print('case133 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case134():
    global b, n, d
    x = y = n.x
try:
    case134()
    print('case134 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case135():
    global b, n, d
    x = yield_ = n[1]
try:
    case135()
    print('case135 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case136():
    global b, n, d
    x, y = n.x, 1
try:
    case136()
    print('case136 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case137():
    global b, n, d
    for n.x in [1]: pass
try:
    case137()
    print('case137 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case138():
    global b, n, d
    for a, c in [1]: pass
try:
    case138()
    print('case138 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case139():
    global b, n, d
    for b[0] in [1]: pass
try:
    case139()
    print('case139 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case140():
    global b, n, d
    with b as x: pass
try:
    case140()
    print('case140 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case141():
    global b, n, d
    with (b as x): pass
try:
    case141()
    print('case141 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case142():
    global b, n, d
    with open_ as x, b as y: pass
try:
    case142()
    print('case142 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case143():
    global b, n, d
    del d["zz"], d
try:
    case143()
    print('case143 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case144():
    global b, n, d
    del b.x, b.y
try:
    case144()
    print('case144 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case145():
    global b, n, d
    x = print(1) + 2
try:
    case145()
    print('case145 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case146():
    global b, n, d
    x = [1, 2,
      n.x,
      3]
try:
    case146()
    print('case146 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case147():
    global b, n, d
    x = f(1, k=n.x)
try:
    case147()
    print('case147 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case148():
    global b, n, d
    x = f(1,
      k=n.x)
try:
    case148()
    print('case148 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case149():
    global b, n, d
    x = f(1)[n.x]
try:
    case149()
    print('case149 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case150():
    global b, n, d
    x = f(1).foo(
      2)
try:
    case150()
    print('case150 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case151():
    global b, n, d
    x = 5 .foo
try:
    case151()
    print('case151 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case152():
    global b, n, d
    x = 1. .foo
try:
    case152()
    print('case152 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
def case153():
    global b, n, d
    x = n  if n else n.x
try:
    case153()
    print('case153 fine', file=sys.stderr)
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    e.__context__ = None if not e.__suppress_context__ else e.__context__
    sys.excepthook(type(e), e, e.__traceback__)
