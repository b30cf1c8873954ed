class Ctx:
    def __enter__(self):
        return 5

    def __exit__(self, *a):
        print("exit", a[0].__name__)


def f():
    with Ctx() as a, \
         Ctx() as b:
        x = a + b
        return x + undefined_thing


f()
