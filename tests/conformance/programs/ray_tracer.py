# A small ray tracer: spheres, a checkered floor, shadows and reflection, drawn with characters.
import math


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    __rmul__ = __mul__

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def __neg__(self):
        return Vec(-self.x, -self.y, -self.z)

    def unit(self):
        return self * (1 / math.sqrt(self @ self))

    def __repr__(self):
        return f"Vec({self.x:.3f}, {self.y:.3f}, {self.z:.3f})"


class Sphere:
    def __init__(self, center, radius, shade, mirror=0.0):
        self.center, self.radius, self.tint, self.mirror = center, radius, shade, mirror

    def hit(self, origin, direction):
        oc = origin - self.center
        b = oc @ direction
        d = b * b - (oc @ oc - self.radius ** 2)
        if d < 0:
            return None
        root = math.sqrt(d)
        for t in (-b - root, -b + root):
            if t > 1e-4:
                return t
        return None

    def normal(self, p):
        return (p - self.center).unit()

    def shade(self, p):
        return self.tint


class Floor:
    mirror = 0.1

    def __init__(self, height):
        self.height = height

    def hit(self, origin, direction):
        if abs(direction.y) < 1e-9:
            return None
        t = (self.height - origin.y) / direction.y
        return t if t > 1e-4 else None

    def normal(self, p):
        return Vec(0, 1, 0)

    def shade(self, p):
        return 0.9 if (math.floor(p.x) + math.floor(p.z)) % 2 else 0.25


SCENE = [Floor(-1), Sphere(Vec(-1.2, 0, 4), 1, 0.9, 0.3), Sphere(Vec(1.1, -0.3, 3), 0.7, 0.6),
    Sphere(Vec(0.4, 0.9, 5), 0.6, 1.0, 0.5)]
LIGHT = Vec(4, 6, -2)


def nearest(origin, direction):
    best = None
    for thing in SCENE:
        t = thing.hit(origin, direction)
        if t is not None and (best is None or t < best[0]):
            best = t, thing
    return best


def trace(origin, direction, depth=0):
    hit = nearest(origin, direction)
    if hit is None:
        return 0.35 + 0.3 * max(0.0, direction.y)
    t, thing = hit
    p = origin + direction * t
    n = thing.normal(p)
    to_light = (LIGHT - p).unit()
    light = 0.12
    if nearest(p + n * 1e-3, to_light) is None:
        light += 0.88 * max(0.0, n @ to_light)
    value = thing.shade(p) * light
    if thing.mirror and depth < 2:
        r = direction - n * (2 * (direction @ n))
        value = value * (1 - thing.mirror) + thing.mirror * trace(p + n * 1e-3, r.unit(), depth + 1)
    return value


WIDTH, HEIGHT = 64, 28
RAMP = " .:-=+*#%@"
total = 0.0
for row in range(HEIGHT):
    line = ""
    for col in range(WIDTH):
        d = Vec((col - WIDTH / 2) / WIDTH * 2, (HEIGHT / 2 - row) / HEIGHT * 1.1, 1.5).unit()
        v = trace(Vec(0, 0.4, -1.5), d)
        total += v
        line += RAMP[min(9, int(v * 10))]
    print(line.rstrip())
print(f"{total:.6f}", Vec(3, 4, 0).unit(), -Vec(1, 2, 3) @ Vec(1, 1, 1))
