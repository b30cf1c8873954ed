# finally against return, break, continue, raise
def f1():
    for i in range(3):
        try:
            continue
        finally:
            print("f", i)
            if i == 1:
                break
    else:
        print("else")
    return i
print(f1())
def f2():
    while True:
        try:
            return "try"
        finally:
            break
    return "after"
print(f2())
def f3():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            continue
    return "swallowed"
print(f3())
def f4():
    try:
        try:
            return print("inner return")
        finally:
            raise KeyError("from finally")
    except KeyError as e:
        return repr(e), e.__context__
print(f4())
def f5():
    x = 1
    try:
        return x
    finally:
        x = 2
print(f5())
def f6():
    x = []
    try:
        return x
    finally:
        x.append(1)
print(f6())
def f7():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            try:
                return "handled"
            finally:
                print("inner finally")
        finally:
            print("outer finally")
    finally:
        print("outermost")
print(f7())
def f8():
    for i in range(2):
        for j in range(2):
            try:
                if j: break
                continue
            finally:
                print("in", i, j)
        else:
            print("no break")
        print("next")
f8()
def f9():
    try:
        yield 1
    finally:
        try:
            yield 2
        finally:
            print("f9 done")
g = f9()
print(next(g), g.throw(ValueError("thrown")))
try:
    next(g)
except ValueError as e:
    print("out", e)
def f10():
    i = 0
    while i < 5:
        i += 1
        try:
            try:
                if i == 2: continue
                if i == 4: break
                print("body", i)
            finally:
                print("a", i)
        finally:
            print("b", i)
    return i
print(f10())
def f11():
    try:
        return 1
    except Exception:
        return 2
    else:
        return 3
    finally:
        return 4
print(f11())
def f12():
    try:
        pass
    except Exception:
        return 2
    else:
        return 3
    finally:
        print("fin")
print(f12())
def f13():
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b")
    finally:
        return "eaten"
print(f13())
def f14(n):
    try:
        if n == 0:
            return "zero"
        return f14(n - 1)
    finally:
        print(n, end=" ")
print(f14(5))
def f15():
    with_list = []
    for i in range(3):
        try:
            try:
                raise KeyError(i)
            except KeyError as e:
                with_list.append(e.args[0])
                if i == 1:
                    return with_list
            finally:
                with_list.append("f")
        finally:
            with_list.append("g")
print(f15())
def f16():
    try:
        raise ValueError
    except ValueError as e:
        try:
            del e
        finally:
            pass
    try:
        e
    except NameError as x:
        print(type(x).__name__, x)
f16()
def f17():
    e = "before"
    try:
        raise ValueError("v")
    except ValueError as e:
        e = "rebound"
    try:
        print(e)
    except UnboundLocalError as x:
        print(x)
f17()
