# A bounded deque drops from the other end.
from collections import deque
d = deque([1, 2, 3], 3)
d.append(4)
print(d, d.maxlen, len(d))
d.appendleft(0)
print(d)
d.extend([7, 8])
print(d)
d.extendleft("xyz")
print(d)
print(deque(range(10), maxlen=4), deque([], 0), deque(range(5), 0), deque([1], maxlen=None),
    deque([1]).maxlen, deque("ab", 5) + deque("c"), deque([1, 2], 3) * 3, d.copy(), d.copy().maxlen)
e = deque(maxlen=2)
e += [1, 2, 3]
print(e)
for f in (lambda: deque([1], -1), lambda: deque([1], "2"), lambda: d.insert(1, 9),
        lambda: setattr(d, "maxlen", 5), lambda: deque([], 1.5)):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, ex)
z = deque(maxlen=0)
z.append(1)
print(z, len(z))
tail = deque((f"line {i}" for i in range(100)), maxlen=3)
print(list(tail))
avg, out = deque(maxlen=3), []
for x in [3, 5, 8, 1, 9, 10]:
    avg.append(x)
    out.append(sum(avg) / len(avg))
print(out)
