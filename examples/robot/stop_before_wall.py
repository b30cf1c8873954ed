"""Drives until something is 150 mm ahead."""
from robot import drive, front, headlights

headlights.on()
drive.drive(150)
while front.distance() > 150:
    pass
drive.brake()
print("stopped", front.distance(), "mm before it")
