# A derived class, generators as source, and many values: growth, insertion and deletion in both halves.
from collections import deque
class D(deque):
    def __init__(self, *a, **k):
        super().__init__(*a, **k); self.x = 1
    def append(self, v): super().append(v * 2)
d = D([1,2,3], maxlen=5)
d.append(4); print(d, d.x, len(d), bool(d), d[1], d[-1], list(d), d.maxlen, D(), type(d.copy()))
try: hash(d)
except TypeError as e: print(e)
print(d == deque([1,2,3,8]), d + deque([1]), isinstance(d, deque), deque.__mro__, deque, type(iter(d)).__name__, deque.append, d.append)
d[0] = 9; del d[1]; print(d, 9 in d, d.index(8))
d += 'ab'; print(d); d *= 2; print(d)
def g():
    for i in range(4): yield i
print(deque(g()), deque(g(), 2), deque(map(str, g())))
e = deque(); 
for i in range(100): e.append(i); 
for i in range(50): e.popleft()
e.insert(3, 'x'); e.insert(-3, 'y'); e.insert(45,'z'); print(e); del e[4]; del e[-3]; print(e, e.count(60)); e.remove('x'); print(list(reversed(e)))
match deque([1,2]):
    case [a, b]: print('seq', a, b)
print(sorted(deque([3,1,2])), sum(deque([1,2])), max(deque([1,5,2])), tuple(deque('ab')), [*deque('xy')], {*deque('a')}, dict(deque([(1,2)])), str(deque()), f"{deque([1])}", any(deque([0,1])))
print(deque.__name__, deque.__module__, deque.__qualname__)
