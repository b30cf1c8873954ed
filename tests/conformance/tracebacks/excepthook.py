# what sys.excepthook does may be replaced
import sys


def hook(kind, exc, tb):
    lines = []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print("hook:", kind.__name__, exc, lines)
    sys.__excepthook__(kind, exc, None)


sys.excepthook = hook


def f():
    raise ValueError("to the hook")


f()
