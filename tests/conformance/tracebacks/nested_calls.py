# frames from the outermost to the innermost, each with its line
def a(x):
    return b(x + 1)


def b(x):
    y = x * 2
    return c(y, flag=True)


def c(z, flag):
    if flag:
        return {"value": z}[
            "missing"]


def main():
    for i in range(3):
        a(i)


main()
