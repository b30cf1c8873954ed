# Module os.path: paths with / between names.
from os import fspath as _fspath, getcwd as _getcwd, stat as _stat

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


def _sep(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(_sep(s))


def join(a, *p):
    a = _fspath(a)
    sep = _sep(a)
    path = a
    for b in p:
        b = _fspath(b)
        if isinstance(b, bytes) != isinstance(a, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if b.startswith(sep):
            path = b
        elif not path or path.endswith(sep):
            path += b
        else:
            path += sep + b
    return path


def split(p):
    p = _fspath(p)
    sep = _sep(p)
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def basename(p):
    p = _fspath(p)
    return p[p.rfind(_sep(p)) + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _fspath(p)
    dot = b'.' if isinstance(p, bytes) else '.'
    start = p.rfind(_sep(p)) + 1
    at = p.rfind(dot)
    while start < len(p) and p[start:start + 1] == dot:
        start += 1
    if at >= start:
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def normpath(path):
    path = _fspath(path)
    sep = _sep(path)
    dot = b'.' if sep == b'/' else '.'
    if not path:
        return dot
    slashes = 0
    if path.startswith(sep):
        # Two of them at the start mean something of their own in POSIX.
        slashes = 2 if path.startswith(sep * 2) and not path.startswith(sep * 3) else 1
    names = []
    for name in path.split(sep):
        if not name or name == dot:
            continue
        if name != dot * 2 or not slashes and not names or names and names[-1] == dot * 2:
            names.append(name)
        elif names:
            names.pop()
    return sep * slashes + sep.join(names) or dot


def abspath(path):
    path = _fspath(path)
    if not isabs(path):
        here = _getcwd()
        path = join(here.encode() if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = abspath(filename)
    if strict:
        _stat(path)
    return path


def expanduser(path):
    return _fspath(path)


expandvars = expanduser


def relpath(path, start=None):
    path = _fspath(path)
    if not path:
        raise ValueError('no path specified')
    sep = _sep(path)
    up = b'..' if sep == b'/' else '..'
    to = [name for name in abspath(path).split(sep) if name]
    base = [name for name in abspath(path[:0] + (b'.' if sep == b'/' else '.') if start is None else start).split(sep)
            if name]
    n = 0
    while n < len(to) and n < len(base) and to[n] == base[n]:
        n += 1
    return sep.join([up] * (len(base) - n) + to[n:]) or (b'.' if sep == b'/' else '.')


def commonprefix(m):
    if not m:
        return ''
    low = min(m)
    high = max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_fspath(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    sep = _sep(paths[0])
    dot = b'.' if sep == b'/' else '.'
    if len({path.startswith(sep) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    names = [[name for name in path.split(sep) if name and name != dot] for path in paths]
    low = min(names)
    high = max(names)
    n = 0
    while n < len(low) and n < len(high) and low[n] == high[n]:
        n += 1
    return (sep if paths[0].startswith(sep) else sep[:0]) + sep.join(low[:n])


def _mode(path):
    try:
        return _stat(path).st_mode & 0o170000
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


lexists = exists


def isdir(s):
    return _mode(s) == 0o040000


def isfile(path):
    return _mode(path) == 0o100000


def islink(path):
    _fspath(path)
    return False


def ismount(path):
    return abspath(path) in ('/', b'/')


def getsize(filename):
    return _stat(filename).st_size


def getmtime(filename):
    return float(_stat(filename).st_mtime)


getatime = getctime = getmtime


def samefile(f1, f2):
    a = _stat(f1)
    b = _stat(f2)
    return (a.st_ino, a.st_dev) == (b.st_ino, b.st_dev)
