# mktime is the inverse of localtime; gmtime fields agree with day counting.
import time
for t in (0, 86400 * 365, 951782400, 1234567890, 1700000000, 2000000000, 4000000000):
    l = time.localtime(t)
    assert time.mktime(l) == t, t
print("inverse holds", type(time.mktime(time.localtime(0))).__name__)
def days(y, m, d):
    y -= m <= 2
    era = y // 400
    yoe = y - era * 400
    doy = (153 * (m + (-3 if m > 2 else 9)) + 2) // 5 + d - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468
for t in range(0, 4102444800, 86400 * 997):
    g = time.gmtime(t)
    assert days(g.tm_year, g.tm_mon, g.tm_mday) * 86400 == t
    assert g.tm_wday == (t // 86400 + 3) % 7
    assert g.tm_yday == days(g.tm_year, g.tm_mon, g.tm_mday) - days(g.tm_year, 1, 1) + 1
print("calendar holds")
for bad in ((1, 2, 3), "x", None, 5):
    try:
        time.mktime(bad)
    except TypeError as e:
        print(type(e).__name__, e)
