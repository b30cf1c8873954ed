# Rectangles and text on the whole screen.
import vibe

width, height = vibe.screen_size()
vibe.fill_rect(0, 0, width, height, vibe.BLUE)
for i, color in enumerate((vibe.RED, vibe.GREEN, vibe.YELLOW)):
    corner = 50 + 50 * i
    vibe.fill_rect(corner, corner, 200, 150, color)
vibe.draw_string(250, 20, "VibeOS Python Graphics!", vibe.WHITE, vibe.BLUE)
vibe.draw_string(400, 400, "Screen: " + str(width) + "x" + str(height), vibe.WHITE, vibe.BLUE)
vibe.draw_string(400, 420, "Press any key to exit", vibe.CYAN, vibe.BLUE)
while not vibe.has_key():
    vibe.sched_yield()
vibe.getc()
vibe.clear()
