# only the first line of a long expression is shown
def f(*args):
    return sum(
        arg
        for arg
        in args
    )


value = f(
    1,
    2,
    f(3,
      "four"),
)
