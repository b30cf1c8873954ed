# an error in a decorator names the line of the decorator
def ok(f):
    return f


def broken(f):
    return f.no_such_attribute


def lineno(action):
    try:
        action()
    except AttributeError as e:
        tb = e.__traceback__
        out = []
        while tb:
            out.append(tb.tb_lineno)
            tb = tb.tb_next
        return out


def one():
    @ok
    @broken
    @ok
    def f():
        pass


def two():
    @ok
    @broken
    class C:
        x = 1


print(lineno(one), lineno(two))


@ok
@ok
def first_line():
    pass


print(first_line.__code__.co_firstlineno, ok.__code__.co_firstlineno)


@ok
@broken
def final(a,
          b):
    pass
