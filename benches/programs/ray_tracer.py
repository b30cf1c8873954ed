# A ray tracer over objects with operators: spheres, shadows and mirrors.
import math


class Vec:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, center, radius, shade, mirror):
        self.center = center
        self.radius = radius
        self.shade = shade
        self.mirror = mirror

    def hit(self, origin, direction):
        oc = origin - self.center
        b = oc.dot(direction)
        d = b * b - oc.dot(oc) + self.radius * self.radius
        if d < 0.0:
            return -1.0
        d = math.sqrt(d)
        if -b - d > 0.0001:
            return -b - d
        if -b + d > 0.0001:
            return -b + d
        return -1.0


def nearest(scene, origin, direction):
    best = -1.0
    thing = None
    for s in scene:
        t = s.hit(origin, direction)
        if t > 0.0 and (best < 0.0 or t < best):
            best = t
            thing = s
    return best, thing


def trace(scene, light, origin, direction, depth):
    t, thing = nearest(scene, origin, direction)
    if thing is None:
        return 0.3 + 0.2 * direction.y
    p = origin + direction * t
    n = (p - thing.center).unit()
    to_light = (light - p).unit()
    bright = 0.1
    k = n.dot(to_light)
    if k > 0.0 and nearest(scene, p, to_light)[1] is None:
        bright += 0.9 * k
    value = thing.shade * bright
    if depth < 3 and thing.mirror > 0.0:
        r = direction - n * (2.0 * direction.dot(n))
        value = value * (1.0 - thing.mirror) + thing.mirror * trace(scene, light, p, r, depth + 1)
    return value


def main():
    scene = [Sphere(Vec(0.0, -1001.0, 0.0), 1000.0, 0.6, 0.0)]
    for i in range(6):
        scene.append(Sphere(Vec(i * 0.9 - 2.2, (i % 3) * 0.5 - 0.6, 4.0 + (i % 2)), 0.5, 0.4 + 0.1 * i, 0.15 * i))
    light = Vec(5.0, 8.0, -3.0)
    eye = Vec(0.0, 0.3, -2.0)
    width = 400
    height = 300
    total = 0.0
    for y in range(height):
        for x in range(width):
            d = Vec((x - 200.0) / 280.0, (140.0 - y) / 280.0, 1.0).unit()
            total += trace(scene, light, eye, d, 0)
    print("%.6f" % total)


main()
