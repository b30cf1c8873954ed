class AppError(Exception):
    pass


class Coded(AppError):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


class NoSuper(Exception):
    def __init__(self, a, b=2):
        self.a = a


class Multi(KeyError, AttributeError):
    pass


class WithRepr(Exception):
    def __repr__(self):
        return "custom repr"


for make in (lambda: AppError("a"), lambda: Coded(7, "text"), lambda: NoSuper("one"), lambda: NoSuper("one", b=3), lambda: Multi("m"), lambda: WithRepr(1)):
    try:
        raise make()
    except AppError as e:
        print("app", repr(e), e, e.args, e.__dict__)
    except LookupError as e:
        print("lookup", repr(e), e, e.args)
    except Exception as e:
        print("other", repr(e), e, e.args, e.__dict__)
try:
    raise Multi("x")
except AttributeError as e:
    print(type(e).__mro__[1].__name__, e)


class Bad(Exception):
    def __init__(self):
        raise RuntimeError("in __init__")


try:
    raise Bad
except RuntimeError as e:
    print(e)


class Weird(Exception):
    def __new__(cls, *args):
        return 5


try:
    raise Weird
except TypeError as e:
    print(e)
try:
    raise Weird("x")
except TypeError as e:
    print(e)
e = AppError()
e.note = 1
print(e.__dict__, hasattr(e, "nope"))
