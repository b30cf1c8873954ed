def _raise_os_error(errno, text, path):
    if path is None:
        raise OSError(errno, text)
    raise OSError(errno, text, path)


def _open(*args, **keywords):
    from io import open
    if not args and 'file' not in keywords:
        raise TypeError("open() missing required argument 'file' (pos 1)")
    return open(*args, **keywords)
