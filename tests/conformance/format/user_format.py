# __format__ of user classes, and the default of object.
class Angle:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        if spec == "rad":
            return f"{self.degrees / 180:.3f}pi"
        return f"<{self.degrees}|{spec}>"

    def __str__(self):
        return "angle"

class Plain:
    def __str__(self):
        return "plain"

class Bad:
    def __format__(self, spec):
        return 5

a = Angle(90)
print(format(a), format(a, "rad"), f"{a:x y}", "{:rad} {}".format(a, a), f"{a!s:>8}|",
    "{0:{1}}".format(a, ">5"))
print(format(Plain()), f"{Plain()}", f"{Plain()!s:>7}")
for f in (lambda: format(Plain(), ">7"), lambda: format(Bad()), lambda: f"{Bad()}", lambda: format(1, 2),
        lambda: format(), lambda: "{:d}".format(Plain()), lambda: format(object, "x")):
    try:
        print(f())
    except TypeError as e:
        print(e)

class Money(float):
    def __format__(self, spec):
        return "$" + super().__format__(spec or ",.2f")

print(f"{Money(1234.5)} {Money(2):.0f} {Money(3)!r}", str(Money(4)))
