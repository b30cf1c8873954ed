# rotate by any count, reverse, reversed.
from collections import deque
d = deque(range(6))
for n in (1, 2, -3, 0, 6, 7, -13, 100):
    d.rotate(n)
    print(n, d)
d.reverse()
print(d, list(reversed(d)), d.rotate(), d)
e = deque()
e.rotate(5)
e.reverse()
print(e, list(reversed(e)))
for f in (lambda: d.rotate("1"), lambda: d.rotate(1.5), lambda: d.rotate(1, 2), lambda: d.reverse(1)):
    try:
        print(f())
    except TypeError as ex:
        print(ex)
def josephus(n, k):
    ring, out = deque(range(1, n + 1)), []
    while ring:
        ring.rotate(1 - k)
        out.append(ring.popleft())
    return out
print(josephus(10, 3), josephus(7, 1), josephus(41, 3)[-1])
