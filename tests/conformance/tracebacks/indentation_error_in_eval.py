compile("if True:\n    x = 1\n  y = 2\n", "given_name.py", "exec")
