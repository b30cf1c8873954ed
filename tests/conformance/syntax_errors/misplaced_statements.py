for src in ("return", "return 1", "class C: return", "break", "continue", "def f(): break", "def f(): continue", "if 1: break", "while 1:\n def f(): break", "while 1:\n class C: break", "for x in y:\n pass\nelse:\n break", "while 1:\n try: pass\n finally: continue",
            "yield", "yield 1", "class C: yield", "x = yield", "lambda: (yield)", "def f(): yield", "nonlocal x", "def f():\n nonlocal x", "def f():\n x = 1\n def g():\n  nonlocal x\n  return x", "global x", "x = 1\nglobal x", "def f():\n x = 1\n global x", "def f(x):\n global x",
            "def f():\n global x\n nonlocal x", "def f():\n import x\n global x", "def f():\n for x in y: pass\n global x", "def f():\n print(x)\n global x", "def f():\n def x(): pass\n global x", "class C:\n nonlocal x", "from __future__ import nothing", "x = 1\nfrom __future__ import division",
            "from __future__ import division", "'doc'\nfrom __future__ import annotations", "def f():\n from x import *", "class C:\n from x import *", "from x import *", "def f():\n from x import *, y", "elif x: pass", "else: pass", "except: pass", "finally: pass", "try: pass", "try: pass\nelse: pass",
            "try: pass\nexcept: pass\nexcept E: pass", "try: pass\nfinally: pass\nexcept: pass", "try: pass\nexcept E: pass\nfinally: pass\nelse: pass", "case 1: pass", "for x in y: pass\nelse: pass\nelse: pass", "async def f(): break", "def f():\n class C:\n  return 1"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src.replace("\n", ";"))
    except SyntaxError as e:
        print(type(e).__name__, e.msg, "|", src.replace("\n", ";"))
