import sys


def report(f):
    try:
        f()
    except Exception:
        sys.excepthook(*sys.exc_info())


class C:
    def method(self, x):
        return x.attribute

    def chain(self):
        return self


c = C()


def not_callable():
    return c.method(1)


def chained():
    return c.chain().chain().missing().chain()


def wrong_args():
    return c.chain().method(1, 2, 3)


def arg_fails():
    return print(1, int("x"), 2)


def nested_calls():
    return str(len(abs("x")))


def whole_line():
    undefined_function(1)


def name_in_expression():
    return 1 + undefined_name * 2


def keyword():
    return sorted([1], key=None.x)


def builtin_error():
    return [1, 2, 3].index(9)


def calls_lambda():
    return (lambda q: q / 0)(1)


for f in (not_callable, chained, wrong_args, arg_fails, nested_calls, whole_line, name_in_expression, keyword, builtin_error, calls_lambda):
    report(f)
