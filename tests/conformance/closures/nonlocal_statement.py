def outer():
    x, y = 1, 2

    def mid():
        nonlocal x

        def inner():
            nonlocal x, y
            x += 10
            y = "inner"
        inner()
        x += 1
    mid()
    return x, y


print(outer())


def shadow():
    x = 1

    def a():
        x = 2

        def b():
            nonlocal x
            x = 3
        b()
        return x
    return a(), x


print(shadow())


def deleted():
    x = 1

    def kill():
        nonlocal x
        del x
    kill()
    try:
        return x
    except UnboundLocalError as e:
        return str(e)


print(deleted())


def free():
    def f():
        return v
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    v = 5
    print(f())
    del v
    try:
        f()
    except NameError as e:
        print(e)


free()
for src in ("def f():\n nonlocal x", "nonlocal x", "def f():\n x=1\n def g():\n  x=2\n  nonlocal x",
            "def f(x):\n nonlocal x", "x=1\ndef f():\n nonlocal x", "def f():\n x=1\n def g():\n  nonlocal x\n  global x"):
    try:
        exec(src)
    except SyntaxError as e:
        print(e.msg)
