# A square that bounces off the edges of the screen, until a key is pressed.
import vibe

SIZE = 20
FRAME = 16

width, height = vibe.screen_size()
x, y = (width - SIZE) // 2, (height - SIZE) // 2
dx, dy = 5, 3
while not vibe.has_key():
    vibe.fill_rect(x, y, SIZE, SIZE, vibe.BLACK)
    x += dx
    y += dy
    if x <= 0 or x >= width - SIZE:
        dx = -dx
        x = max(0, min(x, width - SIZE))
    if y <= 0 or y >= height - SIZE:
        dy = -dy
        y = max(0, min(y, height - SIZE))
    vibe.fill_rect(x, y, SIZE, SIZE, vibe.RED)
    vibe.draw_string(10, 10, "Bouncing Ball - Press any key to quit", vibe.WHITE, vibe.BLACK)
    vibe.sleep_ms(FRAME)
vibe.getc()
vibe.clear()
