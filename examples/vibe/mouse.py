# Paints where the mouse is while its left button is held. Any key takes the next colour, q leaves.
import vibe

COLORS = (vibe.RED, vibe.GREEN, vibe.BLUE, vibe.YELLOW, vibe.CYAN, vibe.MAGENTA, vibe.WHITE)
SIZE = 10

width, height = vibe.screen_size()
vibe.fill_rect(0, 0, width, height, vibe.BLACK)
vibe.draw_string(10, 10, "Mouse Demo - Click to draw, press Q to quit", vibe.WHITE, vibe.BLACK)
current = 0
while True:
    if vibe.has_key():
        key = vibe.getc()
        if key in (ord("q"), ord("Q")):
            break
        current = (current + 1) % len(COLORS)
    if vibe.mouse_buttons() & vibe.MOUSE_LEFT:
        x, y = vibe.mouse_pos()
        # A square at the edge is cut, not left out.
        left, top = max(x - SIZE // 2, 0), max(y - SIZE // 2, 0)
        vibe.fill_rect(left, top, x - SIZE // 2 + SIZE - left, y - SIZE // 2 + SIZE - top, COLORS[current])
    vibe.sched_yield()
vibe.clear()
