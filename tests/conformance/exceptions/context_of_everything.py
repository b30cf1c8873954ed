# chains of contexts
def chain(e):
    out = []
    while e is not None:
        out.append(repr(e) + ("!" if e.__suppress_context__ else "") + (" from " + repr(e.__cause__) if e.__cause__ else ""))
        e = e.__context__
    return " <- ".join(out)
def show(f):
    try:
        f()
    except BaseException as e:
        print(f.__name__, chain(e))
def a():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            raise TypeError(3)
show(a)
def b():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            pass
        raise TypeError(3)
show(b)
def c():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise e
show(c)
def d():
    try:
        raise ValueError(1)
    except ValueError as e:
        try:
            raise KeyError(2)
        except KeyError:
            raise e
show(d)
def e():
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)
show(e)
def f():
    try:
        try:
            raise ValueError(1)
        finally:
            raise KeyError(2)
    finally:
        raise TypeError(3)
show(f)
def g():
    def gen():
        try:
            yield
        finally:
            raise KeyError("close")
    it = gen()
    next(it)
    try:
        raise ValueError(1)
    except ValueError:
        it.close()
show(g)
def h():
    def gen():
        try:
            yield
        except ValueError:
            raise KeyError("in gen")
    it = gen()
    next(it)
    it.throw(ValueError("thrown"))
show(h)
def i():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2) from TypeError(3)
show(i)
def j():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2) from None
show(j)
def k():
    x = ValueError("x")
    try:
        raise x
    except ValueError:
        try:
            raise KeyError("k")
        except KeyError:
            try:
                raise x
            except ValueError:
                raise TypeError("t")
show(k)
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        raise RuntimeError("exit")
def l():
    with CM():
        raise ValueError("body")
show(l)
def m():
    with CM():
        pass
show(m)
def n():
    with CM(), CM():
        raise ValueError("body")
show(n)
def o():
    try:
        raise ValueError(1)
    except (1, 2):
        pass
show(o)
def p():
    try:
        undefined_name
    except also_undefined:
        pass
show(p)
def q():
    try:
        raise ValueError(1)
    except ValueError as e:
        e.__context__ = e.__context__
        raise e from e
show2 = lambda e: (repr(e), repr(e.__cause__), repr(e.__context__))
try:
    q()
except ValueError as e:
    print(show2(e))
def r():
    def inner():
        try:
            raise KeyError("inner")
        except KeyError:
            yield 1
            raise TypeError("after yield")
    it = inner()
    next(it)
    try:
        raise ValueError("outer")
    except ValueError:
        next(it)
show(r)
def s():
    def inner():
        yield 1
        raise TypeError("after yield")
    it = inner()
    try:
        raise ValueError("outer")
    except ValueError:
        next(it)
    next(it)
show(s)
def t():
    try:
        raise ValueError(1)
    except ValueError:
        for _ in (1,):
            try:
                raise KeyError(2)
            except KeyError:
                break
    raise TypeError(3)
show(t)
def u():
    def inner():
        try:
            raise ValueError(1)
        except ValueError:
            return
    inner()
    raise TypeError(3)
show(u)
def v():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            continue
    raise TypeError(3)
show(v)
def w():
    try:
        raise ValueError(1)
    except ValueError:
        def f():
            raise
        f()
show(w)
def x():
    raise
show(x)
def y():
    try:
        raise ValueError(1)
    except ValueError:
        pass
    raise
show(y)
def z():
    try:
        raise OSError(1)
    except ValueError:
        pass
    except OSError:
        try:
            raise
        except OSError as e:
            raise KeyError from e
show(z)
