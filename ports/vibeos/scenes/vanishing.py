# The desktop ends while a program draws, and the terminal while it prints.
import vibe

while vibe.window_create(0, 0, 66, 70, "t") == 3:
    vibe.window_fill_rect(3, 0, 0, 5, 5, 1)
    vibe.window_size(3)
print(vibe.window_create(0, 0, 66, 70, "t"), vibe.window_size(3), vibe.window_poll(3))
for i in range(300):
    print("line", i)
