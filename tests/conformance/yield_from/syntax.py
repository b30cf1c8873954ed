for src in ("yield from x", "def f():\n yield from", "def f():\n x = yield from y\n", "def f():\n return (yield from y), 1", "async def f():\n yield from x",
            "[(yield from x) for x in y]", "def f():\n [(yield from x) for x in y]", "lambda: (yield from x)", "class C:\n yield from x", "def f():\n yield from x = 1",
            "def f():\n (yield from x) = 1", "def f():\n g(yield from x)", "def f():\n g((yield from x))", "def f():\n x += yield from y", "def f():\n await x",
            "def f():\n yield from x, y", "def f():\n del (yield from x)", "def f(a=(yield from b)): pass", "def g():\n def f(a=(yield from b)): pass"):
    try:
        compile(src, "<s>", "exec")
        print("fine:", src.replace("\n", ";"))
    except SyntaxError as e:
        print(e.msg, "|", src.replace("\n", ";"))
