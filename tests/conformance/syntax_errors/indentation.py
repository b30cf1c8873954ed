for src in ("if 1:\npass", "  x = 1", "x = 1\n  y = 2", "if 1:\n  x\n y", "if 1:\n  x\n    y", "def f():\nreturn", "class C:\nx = 1", "for x in y:\nz", "while 1:\nx", "with a:\nb", "try:\nx\nexcept: y", "try:\n x\nexcept:\ny", "try:\n x\nfinally:\ny", "if 1:\n x\nelse:\ny", "if 1:\n x\nelif 2:\ny",
            "if 1:", "if 1:\n", "if 1:\n # only a comment\n", "def f():\n 'doc'\n  x = 1", "if 1:\n\tx\n        y", "if 1:\n        x\n\ty", "if 1:\n \tx\n \ty", "if 1:\n  if 2:\n    x\n   y", "match x:\n case 1:\n pass", "match x:\ncase 1: pass", "if 1:\n x\n\n\n y", "if 1:\n x\n# comment\n y", "if 1: x\n y",
            "x = (1 +\n2)", "x = [\n  1,\n 2,\n      3]", "if 1:\n  x = (\n1)\n  y", "\\\nx = 1", "x = \\\n  1", "if 1:\n  x; y\n  z", "for a in b:\n  x\n  else:\n  y", "\n\n  x", "\tx = 1", "if 1:\n    pass\n  else:\n    pass", "def f():\n  x\n y\nz", "async def f():\nx", "lambda:\n x", "@d\n  def f(): pass"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", repr(src))
    except SyntaxError as e:
        print(type(e).__name__, e.msg, "|", repr(src))
