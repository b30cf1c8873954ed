for src in ("try: pass\nexcept* E: pass", "try: pass\nexcept *E: pass", "try: pass\nexcept*E: pass", "try: pass\nexcept* E as e: pass", "try: pass\nexcept* (A, B): pass", "try: pass\nexcept*: pass", "try: pass\nexcept* E: pass\nexcept F: pass", "try: pass\nexcept E: pass\nexcept* F: pass", "try: pass\nexcept* E: pass\nexcept: pass",
            "def f():\n try: pass\n except* E: return", "for x in y:\n try: pass\n except* E: break", "for x in y:\n try: pass\n except* E: continue", "try: pass\nexcept* E:\n for x in y: break", "try: pass\nexcept* E:\n def f(): return", "try: pass\nexcept* E: pass\nelse: pass\nfinally: pass", "def f():\n try: pass\n except* E: pass\n else: return\n finally: pass", "try: pass\nexcept* A, B: pass",
            "try: pass\nexcept* E:\n while 1: continue", "def f():\n try: return\n except* E: pass", "try:\n pass\nexcept * E as e:\n pass", "try: pass\nexcept* E as e.x: pass", "try: pass\nexcept* *E: pass", "try: pass\nexcept** E: pass", "def f():\n for x in y:\n  try: pass\n  except* E:\n   if x: return"):
    try:
        compile(src, "<s>", "exec")
        print("fine |", src.replace("\n", ";"))
    except SyntaxError as e:
        print(e.msg, "|", src.replace("\n", ";"))
