"""A plain module."""
print("running _plain as", __name__)
value = "plain value"
_private = "private"


def double(x):
    return x * 2


def get():
    return value
