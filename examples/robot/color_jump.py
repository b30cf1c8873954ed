"""Does something else on each colour of the floor."""
from robot import drive, floor, lights, speaker, wait, Color

TONES = {Color.RED: 262, Color.GREEN: 330, Color.BLUE: 392, Color.YELLOW: 523}

floor.detectable_colors([*TONES, Color.BLACK])
seen = []
drive.drive(80)
while True:
    color = floor.color()
    if color == Color.BLACK:
        break
    if color != Color.NONE and color not in seen:
        seen.append(color)
        lights.on(color)
        speaker.beep(TONES[color], 150, wait=False)
        print(color)
    wait(20)
drive.brake()
print(len(seen), "colors")
