print("about to import")


def load():
    import _unfinished


load()
