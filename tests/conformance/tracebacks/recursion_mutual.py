# two frames in turn are no repetition of one line
def ping(n):
    if n <= 0:
        raise KeyError(n)
    pong(n - 1)


def pong(n):
    ping(n - 1)


ping(6)
