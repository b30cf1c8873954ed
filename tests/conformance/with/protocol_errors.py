class NoExit:
    def __enter__(self):
        print("entered")


class NoEnter:
    def __exit__(self, *a):
        pass


class Neither:
    pass


class OnInstance:
    pass


o = OnInstance()
o.__enter__ = lambda: print("instance enter")
o.__exit__ = lambda *a: None


class FewArgs:
    def __enter__(self):
        return 1

    def __exit__(self):
        pass


class NotCallable:
    __enter__ = 5
    __exit__ = 6


for ctx in (NoExit(), NoEnter(), Neither(), o, FewArgs(), NotCallable(), 5, None, "text"):
    try:
        with ctx as x:
            print("body")
    except (TypeError, AttributeError) as e:
        print(type(ctx).__name__, "|", type(e).__name__, e)


class Static:
    @staticmethod
    def __enter__():
        return "static"

    @classmethod
    def __exit__(cls, *a):
        print(cls.__name__, len(a))


with Static() as s:
    print(s)


class UnpackFail:
    def __enter__(self):
        return 1

    def __exit__(self, t, v, tb):
        print("exit sees", t.__name__)
        return True


with UnpackFail() as (a, b):
    print("never")
print("suppressed")
