import sys


class Farewell:
    def __str__(self):
        return "farewell as str"

    def __repr__(self):
        return "farewell as repr"


def deep(n):
    if n == 0:
        sys.exit(Farewell())
    deep(n - 1)


try:
    deep(5)
except Exception:
    print("not an Exception")
finally:
    print("on the way out")
