x = "global"


def read():
    return x


def local():
    x = "local"
    return x


def late():
    return defined_later


def unbound():
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
    x = 1


def branch(flag):
    if flag:
        y = 1
    return y


def loop_unbound():
    for i in []:
        pass
    return i


defined_later = "later"
print(read(), local(), late(), unbound(), branch(True), x)
for f in (lambda: branch(False), loop_unbound, lambda: missing_name):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)


def augmented():
    x += "!"


try:
    augmented()
except UnboundLocalError as e:
    print(e)


def shadow():
    len = lambda s: "shadowed"
    return len("abc")


print(shadow(), len("abc"))
print = print
str = "rebound"
print(str)
del str
print(str(5))


def set_global():
    global x, fresh
    x = "changed"
    fresh = [1]


set_global()
print(x, fresh)
