def g():
    yield 1
    try:
        next(it)
    except ValueError as e:
        yield str(e)
    try:
        it.send(5)
    except ValueError as e:
        yield str(e)
    try:
        it.throw(KeyError)
    except ValueError as e:
        yield str(e)
    try:
        it.close()
    except ValueError as e:
        yield str(e)
    yield it.gi_running


it = g()
for x in it:
    print(x)
print(it.gi_running)


def through_call():
    def helper():
        return list(it2)
    yield 1
    helper()


it2 = through_call()
try:
    print(next(it2))
    next(it2)
except ValueError as e:
    print(e)
print(next(it2, "dead"))
