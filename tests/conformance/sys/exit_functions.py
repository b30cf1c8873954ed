import sys
codes = []
for args in ((), (0,), (5,), ("text",), (None,), ([1],), (True,)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        codes.append((e.code, e.args))
print(codes)
try:
    sys.exit(1, 2)
except TypeError as e:
    print("TypeError")
try:
    exit_code = SystemExit(7)
    raise exit_code
except SystemExit as e:
    print(e is exit_code, e.code)


def f():
    try:
        sys.exit(4)
    finally:
        print("finally runs")


try:
    f()
except BaseException as e:
    print(type(e).__name__, e.code)


class Ctx:
    def __enter__(self):
        pass

    def __exit__(self, t, v, tb):
        print("exit sees", t.__name__, v.code)
        return v.code == 0


with Ctx():
    sys.exit(0)
print("exit 0 was suppressed")


def gen():
    yield 1
    sys.exit(9)


try:
    list(gen())
except SystemExit as e:
    print(e.code)
try:
    exec("import sys; sys.exit('from exec')")
except SystemExit as e:
    print(e)
print("status next")
with Ctx():
    sys.exit(42)
