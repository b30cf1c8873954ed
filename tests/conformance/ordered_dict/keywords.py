from collections import OrderedDict
print(OrderedDict(self=42), OrderedDict(other=3), OrderedDict.fromkeys('ab', value=3), OrderedDict.fromkeys('ab'))
o=OrderedDict(); print(o.setdefault('x', default=10), o.setdefault('x', 3), o.setdefault('y'), o)
class D(OrderedDict):
    __slots__=('x','y')
    def __missing__(s,k): return 'miss'
d=D(a=1); d.x=5
print(d.setdefault('q'), d.setdefault('z',9), d)
print(d.__reduce__()[:3], list(d.__reduce__()[4]))
e=OrderedDict(a=1); e.w=3
print(e.__reduce__()[:3], OrderedDict(b=1).__reduce__()[:3])
class P(OrderedDict):
    def __setitem__(s,k,v): print('set',k,v); super().__setitem__(k,v)
p=P(a=1); p.setdefault('b',2); P.fromkeys('xy',1)
try:
    d.pop('missing')
except KeyError as e:
    print('KeyError', e)
print(d.pop('missing', 1), d.pop('a', default=2), d.pop(key='a', default=3))
