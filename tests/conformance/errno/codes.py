# The common codes and the table of names.
import errno
for name in ("EPERM", "ENOENT", "EIO", "EBADF", "EAGAIN", "ENOMEM", "EACCES", "EEXIST", "ENODEV", "EISDIR",
        "EINVAL", "EPIPE"):
    code = getattr(errno, name)
    print(name, code, errno.errorcode[code], type(code).__name__)
print(errno.ENOENT, errno.EWOULDBLOCK == errno.EAGAIN, isinstance(errno.errorcode, dict),
    0 in errno.errorcode, errno.errorcode.get(-1))
try:
    errno.ENOSUCH
except AttributeError as e:
    print(e)
try:
    errno.errorcode[99999]
except KeyError as e:
    print("KeyError", e)
