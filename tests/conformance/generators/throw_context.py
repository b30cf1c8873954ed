# What is thrown into a generator keeps its context, unless the generator handles an exception itself.
def chain(e):
    names = []
    while e is not None:
        names.append(str(e))
        e = e.__context__
    return ' <- '.join(names)


def plain():
    yield


def replaces(e):
    try:
        yield
    finally:
        raise e


def handles():
    try:
        raise ValueError('own')
    except ValueError:
        yield


def inner():
    yield from handles()


def attempt(g, e, started=True):
    if started:
        next(g)
    try:
        raise KeyError('around')
    except KeyError:
        try:
            g.throw(e)
        except Exception as caught:
            print(chain(caught))


for make in plain, handles, inner, lambda: replaces(TypeError('new')):
    attempt(make(), IndexError('thrown'))
    attempt(make(), IndexError('not begun'), False)
    finished = make()
    list(finished) if make in (plain, handles, inner) else None
    attempt(finished, IndexError('again'), False)
first, second, third = Exception('1'), Exception('2'), Exception('3')
two, three = replaces(second), replaces(third)
next(two), next(three)
try:
    raise first
except Exception:
    try:
        two.throw(first)
    except Exception as e:
        print(chain(e))
    try:
        three.throw(second)
    except Exception as e:
        print(chain(e))
