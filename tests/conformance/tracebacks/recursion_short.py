# three frames of one line are all shown
def f(n):
    if n:
        f(n - 1)
    else:
        raise OSError("short")


f(3)
