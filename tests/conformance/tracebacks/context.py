def cleanup():
    return [][0]


def work():
    try:
        1 / 0
    except ZeroDivisionError:
        cleanup()


work()
