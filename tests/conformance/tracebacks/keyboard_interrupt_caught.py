import sys


def interrupted():
    raise KeyboardInterrupt("by hand")


try:
    interrupted()
except Exception:
    print("not an Exception")
except BaseException as e:
    print(type(e).__name__, e)
    sys.excepthook(type(e), e, e.__traceback__)
