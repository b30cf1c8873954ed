def g():
    try:
        yield 1
        try:
            yield 2
        finally:
            print("inner")
            yield 3
    except KeyError:
        yield "key"
    else:
        yield "else"
    finally:
        print("outer")
        yield 4
    yield 5


print(list(g()))
it = g()
next(it), next(it)
print(it.throw(KeyError))
print(list(it))
it = g()
next(it)
print(it.throw(KeyError), list(it))


def loop():
    for i in range(3):
        try:
            yield i
        except ValueError:
            yield "v%d" % i
            continue
        finally:
            print("f", i)


it = loop()
print(next(it), it.throw(ValueError), next(it), next(it))
print(list(it))


def ctx():
    class C:
        def __enter__(self):
            print("enter")

        def __exit__(self, t, *a):
            print("exit", t and t.__name__)
            return t is KeyError
    with C():
        yield 1
        yield 2
    yield 3


print(list(ctx()))
it = ctx()
next(it)
print(it.throw(KeyError), list(it))


def handled():
    try:
        raise ValueError("own")
    except ValueError as e:
        yield repr(e)
        try:
            raise
        except ValueError as again:
            yield "again " + repr(again)


it = handled()
print(next(it))
try:
    raise KeyError("other")
except KeyError:
    print(next(it))
