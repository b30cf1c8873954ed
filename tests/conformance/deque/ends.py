# append, appendleft, pop, popleft, extend, extendleft.
from collections import deque
d = deque()
print(d, len(d), bool(d), deque([1, 2]), deque("abc"), deque(range(3)), deque(maxlen=2))
d.append(1)
d.appendleft(0)
d.extend([2, 3])
d.extendleft("ab")
print(d, d.pop(), d.popleft(), d, len(d), bool(d))
d.extend(d)
print(d)
d.extendleft(d)
print(list(d))
d.clear()
print(d)
for f in (lambda: d.pop(), lambda: d.popleft(), lambda: d.extend(5), lambda: d.append(), lambda: deque(5),
        lambda: d.extendleft(None), lambda: hash(d), lambda: d.pop(0), lambda: deque([1], 2, 3)):
    try:
        print(f())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
queue = deque()
out = []
for i in range(1000):
    queue.append(i)
    if i % 3 == 2:
        out.append(queue.popleft())
print(len(queue), queue[0], queue[-1], sum(out))
