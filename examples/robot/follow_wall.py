"""Follows the wall on its right at 60 mm, and turns left where another one is ahead."""
from robot import drive, front, right_side, wait, StopWatch

WANTED = 47   # percent of proximity: about 60 mm

watch = StopWatch()
corners = 0
while watch.time() < 60_000 and corners < 3:
    if front.detected(140):
        drive.turn(-90)
        corners += 1
        print("corner", corners, "after", watch.time() // 1000, "s")
    # Too far away: a little to the right; too near: to the left.
    aside = max(-15, min(15, 0.8 * (WANTED - right_side.proximity())))
    drive.drive(120, 3 * (aside - 90 * corners - drive.angle()))
    wait(50)
drive.brake()
