# each raise adds a line for the frame it passes
saved = None


def thrower():
    raise ValueError("once made")


def keeper():
    global saved
    try:
        thrower()
    except ValueError as e:
        saved = e


keeper()


def again():
    raise saved


try:
    again()
except ValueError:
    pass
again()
