class Good:
    x = 1


class Outer:
    y = 2

    class Inner:
        z = [n * 2 for n in range(3)]
        w = undefined_in_class
