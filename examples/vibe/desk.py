# A small desktop: a window to paint in, and a window with a clock. Close both, or press Esc, to leave.
#
# In the paint window the left button paints, the palette picks a colour, c clears, + and - change the brush.
import math

import vibe

PALETTE = (vibe.BLACK, vibe.RED, vibe.GREEN, vibe.BLUE, vibe.YELLOW, vibe.CYAN, vibe.MAGENTA, vibe.AMBER, vibe.WHITE)
CELL = 28
ESCAPE = 27
GREY = 0xD8DCE4
DARK = 0x303848


class Window:
    def __init__(self, x, y, width, height, title):
        self.wid = vibe.window_create(x, y, width, height, title)
        self.open = self.wid != -1
        self.redraw()

    def size(self):
        return vibe.window_size(self.wid)

    def show(self):
        vibe.window_invalidate(self.wid)

    def close(self):
        vibe.window_destroy(self.wid)
        self.open = False

    def redraw(self):
        pass

    def handle(self, kind, d1, d2, d3):
        pass

    def poll(self):
        """Handles what happened; False when the desktop is to end."""
        while self.open:
            event = vibe.window_poll(self.wid)
            if event is None:
                return True
            if event[0] == vibe.WIN_EVENT_CLOSE:
                self.close()
            elif event[0] == vibe.WIN_EVENT_RESIZE:
                self.redraw()
            elif event[0] == vibe.WIN_EVENT_KEY and event[1] == ESCAPE:
                return False
            else:
                self.handle(*event)
        return True


class Paint(Window):
    def __init__(self, x, y, width, height):
        self.color = vibe.RED
        self.brush = 4
        self.last = None
        super().__init__(x, y, width, height, "Paint")

    def redraw(self):
        width, height = self.size()
        vibe.window_fill_rect(self.wid, 0, 0, width, height, vibe.WHITE)
        self.palette()

    def palette(self):
        width, _ = self.size()
        vibe.window_fill_rect(self.wid, 0, 0, width, CELL + 8, GREY)
        for i, color in enumerate(PALETTE):
            left = 4 + i * (CELL + 4)
            vibe.window_fill_rect(self.wid, left, 4, CELL, CELL, color)
            vibe.window_draw_rect(self.wid, left, 4, CELL, CELL, DARK)
            if color == self.color:
                vibe.window_draw_rect(self.wid, left + 3, 7, CELL - 6, CELL - 6, DARK ^ color)
        text = "brush " + str(self.brush)
        vibe.window_draw_string(self.wid, width - 8 * len(text) - 8, 10, text, DARK, GREY)
        vibe.window_draw_hline(self.wid, 0, CELL + 8, width, DARK)
        self.show()

    def dot(self, x, y):
        top = max(y - self.brush, CELL + 9)
        bottom = y + self.brush
        if top < bottom:
            vibe.window_fill_rect(self.wid, x - self.brush, top, 2 * self.brush, bottom - top, self.color)

    def line(self, x, y):
        x0, y0 = self.last or (x, y)
        steps = max(abs(x - x0), abs(y - y0), 1)
        for i in range(steps + 1):
            self.dot(x0 + (x - x0) * i // steps, y0 + (y - y0) * i // steps)
        self.last = (x, y)
        self.show()

    def handle(self, kind, d1, d2, d3):
        if kind == vibe.WIN_EVENT_MOUSE_DOWN and d3 & vibe.MOUSE_LEFT:
            if d2 > CELL + 8:
                self.line(d1, d2)
            elif 0 <= (d1 - 4) // (CELL + 4) < len(PALETTE):
                self.color = PALETTE[(d1 - 4) // (CELL + 4)]
                self.palette()
        elif kind == vibe.WIN_EVENT_MOUSE_MOVE and d3 & vibe.MOUSE_LEFT:
            if self.last:
                self.line(d1, d2)
        elif kind == vibe.WIN_EVENT_MOUSE_UP:
            self.last = None
        elif kind == vibe.WIN_EVENT_KEY:
            if d1 == ord("c"):
                self.redraw()
            elif d1 in (ord("+"), ord("-")):
                self.brush = max(1, min(self.brush + (1 if d1 == ord("+") else -1), 20))
                self.palette()


class Clock(Window):
    def __init__(self, x, y, width, height):
        self.second = None
        super().__init__(x, y, width, height, "Clock")

    def redraw(self):
        self.second = None

    def hand(self, turn, length, width, color):
        columns, rows = self.size()
        middle_x, middle_y = columns // 2, (rows - 20) // 2
        angle = 2 * math.pi * turn
        for i in range(length):
            x = middle_x + int(i * math.sin(angle))
            y = middle_y - int(i * math.cos(angle))
            vibe.window_fill_rect(self.wid, x - width // 2, y - width // 2, width, width, color)

    def tick(self):
        year, month, day, hour, minute, second, _ = vibe.datetime()
        if not self.open or second == self.second:
            return
        self.second = second
        width, height = self.size()
        vibe.window_fill_rect(self.wid, 0, 0, width, height, vibe.WHITE)
        radius = max(min(width, height - 20) // 2 - 8, 10)
        for mark in range(60):
            angle = 2 * math.pi * mark / 60
            size = 4 if mark % 5 == 0 else 2
            x = width // 2 + int(radius * math.sin(angle))
            y = (height - 20) // 2 - int(radius * math.cos(angle))
            vibe.window_fill_rect(self.wid, x - size // 2, y - size // 2, size, size, DARK)
        self.hand((hour % 12 + minute / 60) / 12, radius // 2, 5, DARK)
        self.hand((minute + second / 60) / 60, radius * 3 // 4, 3, DARK)
        self.hand(second / 60, radius * 7 // 8, 1, vibe.RED)
        text = "%04d-%02d-%02d %02d:%02d:%02d" % (year, month, day, hour, minute, second)
        vibe.window_draw_string(self.wid, (width - 8 * len(text)) // 2, height - 20, text, DARK, vibe.WHITE)
        self.show()


def main():
    columns, rows = vibe.screen_size()
    vibe.fill_rect(0, 0, columns, rows, 0x1E3A5F)
    vibe.draw_string(10, 10, "desk.py - Esc leaves", vibe.WHITE, 0x1E3A5F)
    clock = Clock(columns - 300, 60, 260, 300)
    paint = Paint(60, 60, 640, 480)
    if not paint.open:
        print("this computer has no windows")
        return
    while paint.open or clock.open:
        if not paint.poll() or not clock.poll():
            break
        clock.tick()
        vibe.sleep_ms(10)
    for window in (paint, clock):
        if window.open:
            window.close()
    vibe.clear()


main()
