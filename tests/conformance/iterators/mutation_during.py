a = [1, 2, 3]
it = iter(a)
next(it)
a.append(4)
print(list(it))
a.append(5)
print(list(it))
a = [1, 2, 3, 4]
it = iter(a)
next(it)
del a[:2]
print(list(it), a)
r = reversed(a)
a.append(9)
print(list(r))
d = {1: 1, 2: 2}
it = iter(d)
next(it)
d[3] = 3
try:
    next(it)
except RuntimeError as e:
    print(e)
it = iter(d.items())
d[1] = "changed"
print(list(it))
s = {1, 2, 3}
it = iter(s)
s.discard(2)
try:
    list(it)
except RuntimeError as e:
    print(e)
from collections import deque
q = deque([1, 2])
it = iter(q)
q.append(3)
try:
    next(it)
except RuntimeError as e:
    print(e)
b = bytearray(b"ab")
it = iter(b)
next(it)
b.extend(b"cd")
print(list(it))
d = {"a": 1}
for k in list(d):
    d[k + "x"] = 2
print(d)
view = d.keys()
d["new"] = 3
print(list(view), len(view))
d = dict.fromkeys(range(5))
it = iter(d)
next(it)
del d[4]
try:
    next(it)
except RuntimeError as e:
    print(e)
r = range(3)
it = iter(r)
next(it)
r = range(100)
print(list(it))
