# Module os: the files of the host by path.
from _file import current as _current, enter as _enter, entry as _entry, facts as _facts, make_folder as _make, \
    remove as _remove, remove_folder as _remove_folder, rename as _rename, space as _space, strerror as _strerror, \
    sync as _sync

name = 'posix'
curdir = '.'
pardir = '..'
sep = '/'
extsep = '.'
altsep = None
pathsep = ':'
linesep = '\n'
devnull = '/dev/null'
error = OSError
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
F_OK = 0
R_OK = 4
W_OK = 2
X_OK = 1


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    f = _special(path, '__fspath__')
    if f is None:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)
    path = f()
    if not isinstance(path, (str, bytes)):
        raise TypeError('expected __fspath__() to return str or bytes, not ' + type(path).__name__)
    return path


def fsencode(path):
    path = fspath(path)
    return path.encode('utf-8', 'surrogateescape') if isinstance(path, str) else path


def fsdecode(path):
    path = fspath(path)
    return path if isinstance(path, str) else path.decode('utf-8', 'surrogateescape')


def _ask(function, path, *more):
    # The error names the path as it was given.
    text = fsdecode(path)
    if '\0' in text:
        raise ValueError('embedded null byte')
    try:
        return function(text, *more)
    except OSError as error:
        error.filename = path
        raise


def getcwd():
    return _current().decode('utf-8', 'surrogateescape')


def getcwdb():
    return _current()


def chdir(path):
    _ask(_enter, path)


def ilistdir(path='.'):
    at = 0
    while True:
        entry = _ask(_entry, path, at)
        if entry is None:
            return
        at, name, mode, size, number = entry
        if not isinstance(path, bytes):
            name = name.decode('utf-8', 'surrogateescape')
        yield name, mode & 0o170000, number, size


def listdir(path='.'):
    if path is None:
        path = '.'
    return [entry[0] for entry in ilistdir(path)]


def mkdir(path, mode=0o777):
    _ask(_make, path)


def makedirs(name, mode=0o777, exist_ok=False):
    from os import path
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == '.':
            return
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def rmdir(path):
    _ask(_remove_folder, path)


def removedirs(name):
    from os import path
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def remove(path):
    _ask(_remove, path)


unlink = remove


def rename(src, dst):
    text = fsdecode(src), fsdecode(dst)
    if '\0' in text[0] or '\0' in text[1]:
        raise ValueError('embedded null byte')
    try:
        _rename(*text)
    except OSError as error:
        error.filename = src
        error.filename2 = dst
        raise


replace = rename


def sync():
    _sync()


def strerror(code):
    if not isinstance(code, int):
        raise TypeError(f"'{type(code).__name__}' object cannot be interpreted as an integer")
    if code == 0:
        return 'Success'
    return _strerror(code) or f'Unknown error {code}'


def stat(path):
    mode, size, number, changed = _ask(_facts, path)
    from os._results import stat_result
    return stat_result((mode, number, 0, 1, 0, 0, size, changed // 1000000000, changed // 1000000000,
                        changed // 1000000000))


lstat = stat


def access(path, mode):
    try:
        stat(path)
    except OSError:
        return False
    return True


def statvfs(path):
    block, blocks, free, longest = _ask(_space, path)
    from os._results import statvfs_result
    return statvfs_result((block, block, blocks, free, free, 0, 0, 0, 0, longest))


def uname():
    import sys
    major, minor = sys.version_info[:2]
    from os._results import uname_result
    return uname_result((sys.platform, 'hognose', f'{major}.{minor}', sys.version, sys.platform))


def scandir(path='.'):
    return _Scan(path)


class DirEntry:
    def __init__(self, folder, entry):
        self.name, self.__kind, self.__number, self.__size = entry
        if isinstance(folder, bytes):
            self.path = folder + (b'' if folder.endswith(b'/') else b'/') + self.name
        else:
            self.path = folder + ('' if folder.endswith('/') else '/') + self.name

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return self.__kind == 0o040000

    def is_file(self, *, follow_symlinks=True):
        return self.__kind == 0o100000

    def is_symlink(self):
        return False

    def inode(self):
        return self.__number

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)


class _Scan:
    def __init__(self, path):
        path = fspath('.' if path is None else path)
        # What is wrong with the folder is told now.
        self.__entries = iter([DirEntry(path, entry) for entry in ilistdir(path)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.__entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        self.__entries = iter(())


def walk(top, topdown=True, onerror=None, followlinks=False):
    folders = []
    files = []
    try:
        for entry in scandir(top):
            (folders if entry.is_dir() else files).append(entry.name)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    from os import path
    if topdown:
        yield top, folders, files
    for folder in folders:
        yield from walk(path.join(top, folder), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def __getattr__(name):
    # What few programs need is made when it is first asked for.
    if name == 'path':
        import os.path
        return os.path
    if name not in ('stat_result', 'statvfs_result', 'uname_result', 'environ', 'PathLike'):
        raise AttributeError("module 'os' has no attribute " + repr(name))
    from os import _results
    value = getattr(_results, name)
    __getattr__.__globals__[name] = value
    return value


def getenv(key, default=None):
    return default
