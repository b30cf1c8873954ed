"""Drives a square."""
from robot import drive, lights, Color

SIDE = 300

lights.on(Color.GREEN)
for corner in range(4):
    if not drive.straight(SIDE):
        print("blocked after", round(drive.distance()), "mm")
        lights.on(Color.RED)
        break
    drive.turn(90)
    print("corner", corner + 1)
lights.off()
