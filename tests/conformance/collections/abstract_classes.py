# Abstract base classes of containers: what is an instance, mixins, abstract methods.
import collections.abc as c
from abc import ABC, abstractmethod, ABCMeta
for name in c.__all__:
    k = getattr(c, name)
    row = []
    for v in (1, 'a', b'', bytearray(), [], (), {}, set(), frozenset(), range(3), {}.keys(), {}.values(), {}.items(), iter([]), (i for i in ()), len, int, memoryview(b''), None, 1.5):
        row.append(int(isinstance(v, k)))
    print(name, row, k.__name__, k.__module__, k.__mro__[1:])
class M(c.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m['a'] = 1; m.update(b=2, c=3); print(list(m.items()), type(m.keys()).__name__, m.pop('a'), m.pop('zz', 9), m.setdefault('q', 4), dict(m), m == {'b': 2, 'c': 3, 'q': 4}, 'b' in m, m.get('nope'), m.keys() & {'b'}, len(m.values()), 3 in m.values())
try: m.pop('zz')
except KeyError as e: print('KeyError', e)
try: c.Mapping()
except TypeError as e: print(e)
try: c.Sized()
except TypeError as e: print(e)
class A(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def p(self): ...
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
    p = 5
print(B().f(), B().p, A.__abstractmethods__ == {'f', 'p'}, B.__abstractmethods__)
@A.register
class R: pass
print(isinstance(R(), A), issubclass(R, A), issubclass(int, A))
class S(c.Sequence):
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
    def __len__(self): return 4
s = S(); print(list(s), list(reversed(s)), 9 in s, s.index(4), s.count(1))
match s:
    case [a, b, *r]: print(a, b, r)
match m:
    case {'b': x}: print('m', x)
class St(c.MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
a = St('abc'); b = St('bcd'); print(list(a & b), list(a | b), list(a - b), sorted(a ^ b), a <= b, a == St('cba'), a.pop()); a |= b; print(a.s); a.clear(); print(a.s)
