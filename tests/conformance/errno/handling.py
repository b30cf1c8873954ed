# Handling by code and by class, re-raising what is not expected.
import errno
def attempt(code, tries=[0]):
    tries[0] += 1
    raise OSError(code, "try %d" % tries[0])
def classify(f):
    try:
        f()
    except FileNotFoundError as e:
        return "not found: %s" % e.strerror
    except (PermissionError, InterruptedError) as e:
        return "class %s" % type(e).__name__
    except OSError as e:
        if e.errno in (errno.EAGAIN, errno.EINTR):
            return "again"
        if e.errno is None:
            return "no code: %s" % e
        return errno.errorcode.get(e.errno, "unknown %r" % e.errno)
    return "fine"
def plain():
    raise OSError("plain")
def odd():
    raise OSError(123456, "odd")
for f in (lambda: attempt(errno.ENOENT), lambda: attempt(errno.EACCES), lambda: attempt(errno.EAGAIN),
    lambda: attempt(errno.EIO), plain, odd, lambda: None, lambda: attempt(errno.EINTR)):
    print(classify(f))
def retry(f, times):
    for n in range(times):
        try:
            return f(n)
        except OSError as e:
            if e.errno != errno.EAGAIN:
                raise
            print("again", n)
    raise TimeoutError(errno.ETIMEDOUT, "gave up")
def flaky(n):
    if n < 2:
        raise BlockingIOError(errno.EAGAIN, "busy")
    return "ok at %d" % n
print(retry(flaky, 5))
for f, times in ((flaky, 2), (lambda n: attempt(errno.EPIPE), 3)):
    try:
        retry(f, times)
    except OSError as e:
        print(type(e).__name__, e)
