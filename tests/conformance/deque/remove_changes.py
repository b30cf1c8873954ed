# A comparison that changes the deque ends remove().
from collections import deque
class MutateCmp:
    def __init__(self,d,r): self.d=d; self.r=r
    def __eq__(self,o): self.d.clear(); return self.r
for r in (True, False):
    d=deque(['ab']); d.extend([MutateCmp(d,r),'c'])
    try: d.remove('c')
    except IndexError as e: print(e)
    print(d)
d=deque('abcabc'); d.remove('c'); print(d)
try: d.remove('x')
except ValueError as e: print(e)


class Bad:
    def __eq__(self, other):
        raise RuntimeError('bad')


d = deque(['a', 'b', Bad(), 'c'])
try:
    d.remove('c')
except RuntimeError as error:
    print(error, len(d))
