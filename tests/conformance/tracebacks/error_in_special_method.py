class Vec:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Vec(self.x + other.x)

    @property
    def half(self):
        return self.x / 2

    def __repr__(self):
        return "Vec" + self.half


def show(v):
    print(f"value: {v!r}")


show(Vec(2) + Vec(4))
