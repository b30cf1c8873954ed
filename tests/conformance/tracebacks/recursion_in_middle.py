def start():
    walk(8)


def walk(n):
    if n:
        walk(n - 1)
    else:
        finish()


def finish():
    countdown(5)


def countdown(n):
    return 1 / 0 if n == 0 else countdown(n - 1)


start()
