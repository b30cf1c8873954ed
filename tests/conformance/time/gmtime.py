# gmtime and its fields from 1970 on.
import time
for t in (0, 1, 86399, 86400, 951782400, 951868800, 1000000000, 1709164800, 1709251200, 2147483647,
        2147483648, 4102444799, 1700000000.75, 0.5):
    g = time.gmtime(t)
    print(t, tuple(g), g.tm_year, g.tm_mon, g.tm_mday, g.tm_hour, g.tm_min, g.tm_sec, g.tm_wday, g.tm_yday,
        g.tm_isdst)
g = time.gmtime(1234567890)
print(len(g), g[0], g[-1], g[:3], g == time.gmtime(1234567890), g < time.gmtime(1234567891),
    isinstance(g, tuple))
y, m, d, *rest = g
print(y, m, d, rest, repr(time.gmtime(0)).startswith("time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1"))
for bad in ("0", [], 1j):
    try:
        time.gmtime(bad)
    except TypeError as e:
        print(type(e).__name__)
for f in (lambda: setattr(g, "tm_year", 1), lambda: g.nope, lambda: g[20]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
