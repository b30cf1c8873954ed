"""Readings of a small robot: classes, generators, formatting, in a hundred lines."""


class Sensor:
    """Something with a name that gives numbers."""

    def __init__(self, name, unit, scale=1.0):
        self.name = name
        self.unit = unit
        self.scale = scale
        self.readings = []

    def add(self, raw):
        self.readings.append(raw * self.scale)

    @property
    def mean(self):
        if not self.readings:
            raise ValueError("no readings of " + self.name)
        return sum(self.readings) / len(self.readings)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {len(self.readings)} readings)"


class Thermometer(Sensor):
    def __init__(self, name):
        super().__init__(name, "°C", 0.25)

    def add(self, raw):
        if raw < -160:
            raise ValueError(f"{raw} is below the range")
        super().add(raw)


def noise(seed, count):
    """Numbers that look random and are always the same."""
    state = seed
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield state >> 16


def pairs(items):
    last = None
    for item in items:
        if last is not None:
            yield last, item
        last = item


def fill(sensor, seed, count):
    refused = 0
    for number in noise(seed, count):
        try:
            sensor.add(number % 400 - 170)
        except ValueError:
            refused += 1
    return refused


def histogram(readings, width):
    bins = {}
    for reading in readings:
        key = int(reading // width)
        bins[key] = bins.get(key, 0) + 1
    return bins


def report(sensor):
    print(f"{sensor.name:<10}|{sensor.mean:8.2f} {sensor.unit}")
    for key, count in sorted(histogram(sensor.readings, 20).items()):
        print(f"{key * 20:>10}|" + "#" * count)


def main():
    sensors = [Thermometer("outside"), Thermometer("inside"), Sensor("light", "lx", 2)]
    for seed, sensor in enumerate(sensors):
        refused = fill(sensor, seed + 7, 24)
        if refused:
            print("%s refused %d of %d" % (sensor.name, refused, 24))
    for sensor in sensors:
        report(sensor)
        print(repr(sensor))

    steps = [b - a for a, b in pairs(sensors[0].readings)]
    print("largest step: {:+.2f}".format(max(steps, key=abs)))
    names = {sensor.name.upper(): sensor for sensor in sensors}
    print(", ".join(sorted(names)))
    try:
        print(Sensor("empty", "").mean)
    except ValueError as error:
        print("error:", error)
    first, *others = [sensor.name for sensor in sensors]
    print(first, others, any(step > 0 for step in steps))


if __name__ == "__main__":
    main()
