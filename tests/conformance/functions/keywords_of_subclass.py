def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class S(str): pass
def f(**k): return {a:b for a,b in k.items()}
def g(a, b=2): return a,b
t(lambda: f(**{S('x'):1})); t(lambda: g(**{S('a'):1, S('b'):3})); t(lambda: g(1, **{S('b'):3})); t(lambda: g(**{S('zz'):1}))
t(lambda: dict(**{S('x'):1})); t(lambda: sorted([3,1], **{S('reverse'):True})); t(lambda: print(1, **{S('end'):'!\n'})); t(lambda: '{a}'.format(**{S('a'):5}))
t(lambda: int(**{S('base'):5})); t(lambda: f(**{1:2}))
t(lambda: max([1], **{S('default'):2}))
class C:
    def __init__(self, a): self.a=a
t(lambda: C(**{S('a'):4}).a)
from collections import namedtuple, OrderedDict
t(lambda: namedtuple('P','x')(**{S('x'):1})); t(lambda: OrderedDict(**{S('x'):1}))
