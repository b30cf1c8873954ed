# numeric program with classes and floats: a small ray caster into text
import math


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y, self.z + o.z)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y, self.z - o.z)
    def __mul__(self, k): return Vec(self.x * k, self.y * k, self.z * k)
    def dot(self, o): return self.x * o.x + self.y * o.y + self.z * o.z
    def length(self): return math.sqrt(self.dot(self))
    def unit(self): return self * (1 / self.length())


class Sphere:
    def __init__(self, center, r):
        self.center, self.r = center, r

    def hit(self, origin, d):
        oc = origin - self.center
        b, c = oc.dot(d), oc.dot(oc) - self.r * self.r
        disc = b * b - c
        return None if disc < 0 or (t := -b - math.sqrt(disc)) < 0.001 else t

    def normal(self, p):
        return (p - self.center).unit()


class Plane:
    def __init__(self, y):
        self.y = y

    def hit(self, origin, d):
        return (self.y - origin.y) / d.y if d.y < -0.001 else None

    def normal(self, p):
        return Vec(0, 1, 0)


scene = [Sphere(Vec(0, 0, 5), 1.5), Sphere(Vec(-2, -0.6, 4), 0.7), Plane(-1.5)]
light = Vec(-0.5, 0.9, -0.4).unit()
shades = " .:-=+*#%@"


def nearest(origin, d):
    hits = [(t, i) for i, s in enumerate(scene) if (t := s.hit(origin, d)) is not None]
    return min(hits) if hits else None


def trace(origin, d):
    if (found := nearest(origin, d)) is None or found[0] > 30:
        return 0.0
    t, i = found
    p = origin + d * t
    n = scene[i].normal(p)
    bright = max(0.0, n.dot(light))
    if nearest(p + n * 0.01, light):
        bright *= 0.3
    return 0.15 + 0.85 * bright


rows = []
for y in range(18):
    row = ""
    for x in range(40):
        d = Vec((x - 20) / 20, (9 - y) / 12, 1.5).unit()
        row += shades[min(9, int(trace(Vec(0, 0, 0), d) * 10))]
    rows.append(row.rstrip())
print("\n".join(rows))
print(f"{sum(trace(Vec(0, 0, 0), Vec(x / 10, 0, 1).unit()) for x in range(-10, 10)):.9f}")
