from collections import deque, namedtuple, OrderedDict, Counter, defaultdict
d = deque([1, 2, 3], 4); d.appendleft(0); d.extend([5, 6]); d.rotate(1)
P = namedtuple('P', 'x y')
dd = defaultdict(list); dd['a'].append(1)
print(d, P(1, 2)._replace(x=5), Counter('hello').most_common(2), dd, OrderedDict(a=1))
