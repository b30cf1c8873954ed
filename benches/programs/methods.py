# Method calls: own class, inherited, overridden with super, through a list of objects.
class Counter:
    def __init__(self, step):
        self.step = step
        self.count = 0

    def tick(self):
        self.count += self.step

    def value(self):
        return self.count

    def add(self, a, b):
        return a + b + self.step


class Double(Counter):
    def tick(self):
        super().tick()
        self.count += 1


class Plain(Counter):
    pass


def main():
    things = [Counter(1), Double(2), Plain(3)]
    total = 0
    for i in range(1800000):
        for t in things:
            t.tick()
        total = (total + things[0].add(i, 2) + things[2].value()) & 0xFFFFFFF
    print(total, [t.value() for t in things])


main()
