for src in ("await x", "async def f(): yield from x", "def f(): await x", "async for x in y: pass", "def f():\n async for x in y: pass", "async with x: pass", "def f():\n async with x: pass",
            "[x async for x in y]", "def f(): [x async for x in y]", "[await x for x in y]", "lambda: await x", "async def f():\n lambda: await x", "async def f():\n def g(): await x",
            "async lambda: 1", "async x = 1", "async = 1", "await = 1", "def async(): pass", "async def f():\n yield 1\n return 2", "async def f():\n return\n yield", "async def f(await): pass",
            "async def f():\n await", "async def f():\n await = 1", "async def f():\n await x = 1", "async def f():\n del await x", "async def f(): [i async for i in await x]", "class C:\n await x",
            "async def f():\n class C:\n  await x", "(x async for x in y)", "async def f():\n async def g(): pass\n await g()", "async def f(): {await x: await y for await z in w}", "async def f(a=await x): pass",
            "async def f():\n async for x in y: break\n else: await z", "async def f(): f'{await x}'", "async class C: pass", "async if x: pass", "async def f(): await x ** 2 + -await y", "async def f(): await -x", "import async"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src.replace("\n", ";"))
    except SyntaxError as e:
        print(e.msg, "|", src.replace("\n", ";"))
