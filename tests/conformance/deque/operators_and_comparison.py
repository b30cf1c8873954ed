# + * += *=, ordering, equality with deques only, copies.
from collections import deque
a, b = deque([1, 2]), deque([3])
print(a + b, a * 2, 2 * b, a * 0, a * -1, a == deque([1, 2]), a == [1, 2], a != b, a < b, a <= deque([1, 2]),
    deque([1]) < deque([1, 0]), deque() == deque(maxlen=5), deque([2]) > deque([1, 9]))
c = a
c += b
c += "xy"
print(a, c is a)
c *= 2
print(a, len(a))
c *= 0
print(a)
n = deque([[1]])
m = n.copy()
m[0].append(2)
m.append(3)
print(n, m)
r = deque([1])
r.append(r)
print(r)
for f in (lambda: a + [1], lambda: a * 1.5, lambda: a < [1], lambda: a + None, lambda: [1] + a,
        lambda: a * a):
    try:
        print(f())
    except TypeError as e:
        print(e)
