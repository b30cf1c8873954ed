# OSError with one, two and more arguments; the subclass chosen by the code.
import errno
e = OSError(errno.ENOENT, "missing")
print(type(e).__name__, e, repr(e), e.args, e.errno, e.strerror, e.filename)
e = OSError(errno.ENOENT, "missing", "file.txt")
print(type(e).__name__, e, repr(e), e.args, e.filename)
e = OSError("just text")
print(type(e).__name__, e, repr(e), e.args, e.errno, e.strerror)
print(OSError(), repr(OSError()), OSError(5), OSError(5).errno, OSError(1, 2, 3, 4, 5).filename2,
    repr(OSError("a", "b")))
for code in (errno.EEXIST, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.EPIPE,
        errno.ETIMEDOUT, errno.EAGAIN, errno.EINTR, errno.ECHILD, errno.ESRCH, errno.ECONNREFUSED,
        errno.ECONNRESET, errno.ECONNABORTED, errno.EINVAL, errno.EIO):
    try:
        raise OSError(code, "text")
    except OSError as e:
        print(errno.errorcode[code], type(e).__name__, e.errno == code, isinstance(e, OSError))
print(IOError is OSError, EnvironmentError is OSError, issubclass(FileNotFoundError, OSError),
    issubclass(TimeoutError, OSError), issubclass(BrokenPipeError, ConnectionError))
class Mine(OSError):
    pass
e = Mine(errno.ENOENT, "x")
print(type(e).__name__, e, e.errno, FileNotFoundError("only").errno, FileNotFoundError(2, "t"),
    str(PermissionError(13, "no", "f")))
