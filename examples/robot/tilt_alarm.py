"""Guards itself: sounds when it is tilted."""
from robot import imu, lights, speaker, wait, Color

while not imu.ready():
    wait(50)
print("on guard")
lights.on(Color.GREEN)
while True:
    pitch, roll = imu.tilt()
    if max(abs(pitch), abs(roll)) > 10:
        break
    wait(20)
print("alarm:", round(pitch), round(roll))
lights.on(Color.RED)
lights.effect("strobe", 400)
for i in range(5):
    speaker.beep(880, 200)
    speaker.beep(440, 200)
