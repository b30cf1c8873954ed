# Instance attributes: reads, writes, augmented assignment, objects inside objects.
class Motor:
    def __init__(self, port):
        self.port = port
        self.speed = 0
        self.angle = 0


class Robot:
    wheels = 2

    def __init__(self):
        self.left = Motor("A")
        self.right = Motor("B")
        self.x = 0
        self.y = 0
        self.ticks = 0


def main():
    r = Robot()
    for i in range(4000000):
        r.ticks += 1
        r.left.speed = i & 15
        r.right.speed = r.left.speed + r.wheels
        r.left.angle = (r.left.angle + r.left.speed) % 360
        r.right.angle = (r.right.angle + r.right.speed) % 360
        r.x = r.x + r.left.speed - r.y
        r.y = r.x & 7
    print(r.ticks, r.x, r.y, r.left.angle, r.right.angle)


main()
