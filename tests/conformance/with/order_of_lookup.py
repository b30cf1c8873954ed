# manager is evaluated, __enter__ called, the target bound, then the body
log = []


class Ctx:
    def __enter__(self):
        log.append("enter")
        return "value"

    def __exit__(self, *a):
        log.append("exit")
        return True


def make():
    log.append("make")
    return Ctx()


class Target:
    def __setattr__(self, k, v):
        log.append(f"bind {k}={v}")


with make() as Target().t:
    log.append("body")
print(log)
log.clear()


class BadTarget:
    def __setattr__(self, k, v):
        raise AttributeError("cannot bind")


with make() as BadTarget().t:
    log.append("never")
print(log)
log.clear()
with make(), make():
    pass
print(log)


class Meta(type):
    def __enter__(cls):
        return cls.__name__

    def __exit__(cls, *a):
        print("class exit", a[0])


class K(metaclass=Meta):
    pass


with K as name:
    print(name)


class Swap:
    def __enter__(self):
        Swap.__exit__ = lambda self, *a: print("replaced exit")
        return self

    def __exit__(self, *a):
        print("original exit")


with Swap():
    pass
with Swap():
    pass
