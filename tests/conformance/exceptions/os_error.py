import errno
for args in ((), (1,), ("text",), (2, "No such thing"), (13, "denied", "file.txt"), (17, "exists", "a", None, "b"), (1, 2, 3, 4, 5, 6), ("x", "y")):
    e = OSError(*args)
    print(type(e).__name__, repr(e), "|", e, "|", e.args, e.errno, e.strerror, e.filename)
for code in (errno.ENOENT, errno.EEXIST, errno.EACCES, errno.EPERM, errno.EPIPE, errno.EAGAIN, errno.EINTR, errno.EISDIR, errno.ENOTDIR,
             errno.ETIMEDOUT, errno.ECONNRESET, errno.ECONNREFUSED, errno.EIO, errno.EINVAL):
    e = OSError(code, "m")
    print(errno.errorcode[code], type(e).__name__)
print(type(OSError(2)).__name__, type(FileNotFoundError("x")).__name__, FileNotFoundError(5, "m").errno)


class Own(OSError):
    pass


print(type(Own(2, "x")).__name__, Own(2, "x").errno)
try:
    raise OSError(errno.ENOENT, "gone")
except FileNotFoundError as e:
    print("caught", e.errno == errno.ENOENT, e)
e = OSError(5, "x")
e.errno = 9
e.filename = "f"
print(e, e.args)
