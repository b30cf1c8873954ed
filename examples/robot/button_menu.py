"""A menu on the display: a short press goes on, a long one chooses."""
from robot import buttons, display, drive, lights, speaker, wait, StopWatch

def dance():
    for angle in (20, -40, 20):
        drive.turn(angle)

def sing():
    speaker.play_notes(["A4/8", "B4/8", "C5/4"])

def glow():
    lights.on("orange")
    wait(500)
    lights.off()

ITEMS = [("dance", dance), ("sing", sing), ("glow", glow)]

def show(chosen):
    display.clear()
    for row, (name, _) in enumerate(ITEMS):
        display.text(0, 10 * row, ("> " if row == chosen else "  ") + name)
    display.show()

chosen = 0
show(chosen)
while buttons.wait(timeout=10_000):
    watch = StopWatch()
    while buttons.right.is_pressed():
        wait(10)
    if watch.time() < 500:
        chosen = (chosen + 1) % len(ITEMS)
        show(chosen)
    else:
        name, action = ITEMS[chosen]
        print(name)
        action()
print("good night")
