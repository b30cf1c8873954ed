def check(value):
    if value < 0:
        e = ValueError("negative")
        e.add_note("value was %d" % value)
        e.add_note("line one\nline two")
        raise e


try:
    check(-5)
except ValueError as e:
    e.add_note("seen in main")
    e.__notes__.append(5)
    raise
