from collections import deque, OrderedDict, defaultdict, Counter
from array import array
def mk(base, *a):
    class X(base):
        def __repr__(self): return base.__repr__(self)
    X.__name__='X'
    return X(*a)
def mk2(base, *a):
    class X(base):
        def __repr__(self): return super().__repr__()
    X.__name__='X'
    return X(*a)
def mk3(base,*a):
    class X(base):
        def __str__(self): return 'S'+base.__str__(self)
    X.__name__='X'
    return X(*a)
for b,a in [(set,([1,2],)),(set,()),(frozenset,([1],)),(frozenset,()),(bytearray,(b'a',)),(bytes,(b'a',)),(list,([1],)),(tuple,((1,),)),(dict,({1:2},)),(str,('a',)),(int,(1,)),(float,(1.5,)),(complex,(1,)),(deque,([1],)),(deque,([1],3)),(OrderedDict,({1:2},)),(defaultdict,(int,{1:2})),(Counter,('aa',)),(array,('i',[1])),(Exception,(1,)),(range,(3,)) ]:
    for m in mk,mk2,mk3:
        try: x=m(b,*a); print(repr(x), str(x), '%r'%[x], f'{x!r}', ascii(x))
        except TypeError as e: print(b, e)
