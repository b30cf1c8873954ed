"""Walks about on its own, and lets somebody at a distance drive it in between."""
from robot import drive, front, lights, wait, Color

driven = False
for step in range(100):
    try:
        if front.detected(200):
            drive.turn(70)
        else:
            drive.drive(100)
        if driven:
            print("on my own again")
        driven = False
        lights.on(Color.GREEN)
    except RuntimeError as why:
        # Somebody stronger has the motors.
        if not driven:
            print(why)
        driven = True
        lights.on(Color.BLUE)
    wait(100)
drive.brake()
