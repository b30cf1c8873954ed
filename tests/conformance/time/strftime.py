# strftime and asctime of fixed times.
import time
g = time.gmtime(1709210096)
for f in ("%Y-%m-%d %H:%M:%S", "%y", "%j", "%a %A", "%b %B", "%d/%m", "%I %p", "%U %W %w", "%%", "", "text é",
        "%H%M%S", "%c", "%x %X"):
    print(repr(f), time.strftime(f, g))
print(time.asctime(g), time.asctime(time.gmtime(0)), time.asctime((2024, 2, 9, 1, 2, 3, 4, 40, 0)),
    time.strftime("%Y", (1999, 1, 1, 0, 0, 0, 0, 1, 0)))
for f in (lambda: time.asctime(5), lambda: time.asctime((1, 2)), lambda: time.strftime(5),
        lambda: time.strftime("%Y", "x"), lambda: time.strftime("%m", (2024, 13, 1, 0, 0, 0, 0, 1, 0)),
        lambda: time.strftime("%H", (2024, 1, 1, 25, 0, 0, 0, 1, 0))):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
