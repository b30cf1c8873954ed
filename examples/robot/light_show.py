"""Shows what the lights can do, to a tune."""
from robot import lights, headlights, speaker, wait, Color

lights.brightness(60)
speaker.volume(40)
for i in range(8):
    lights[i].on(Color.BLUE)
    wait(100)
lights.effect("rainbow", 1500)
speaker.play_notes(["C4/8", "E4/8", "G4/8", "C5/4", "R/8", "G4/8", "C5/2"], tempo=140)
lights.animate([Color.RED, Color.YELLOW, Color.GREEN], 250)
wait(1500)
lights.on(Color.VIOLET)
lights.effect("breathe", 1000)
headlights.on((60, 60, 60))
wait(2000)
lights.off()
headlights.off()
print("that was it")
