# Building struct_time by hand.
import time
t = time.struct_time((2024, 2, 29, 12, 30, 45, 3, 60, 0))
print(t, t.tm_year, t.tm_yday, t[2], list(t), t == (2024, 2, 29, 12, 30, 45, 3, 60, 0),
    hash(t) == hash(tuple(t)), len(t))
print(time.struct_time([1, 2, 3, 4, 5, 6, 7, 8, 9]) < t, t + (1,), type(t + ()).__name__,
    max(t, time.gmtime(0)) is t, sorted([t, time.gmtime(0)])[0].tm_year, t.count(0), t.index(29), 2024 in t)
for bad in ((1, 2), (), 5, "123456789", None, tuple(range(20))):
    try:
        print(time.struct_time(bad))
    except TypeError as e:
        print(e)
