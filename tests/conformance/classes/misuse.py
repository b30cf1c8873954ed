# What classes, calls and special methods do and say when they are misused.
def run(src):
    try: exec(src,{'__name__':'m'}) 
    except BaseException as e: print('!',type(e).__name__,e)
for s in ['''
class A:
    def __init__(self,a,b=2,*,c): pass
for args,kw in [((),{}),((1,),{}),((1,2,3),{'c':1}),((1,),{'c':1,'d':2}),((1,),{'a':2,'c':3}),((),{'c':1})]:
    try: A(*args,**kw); print('ok')
    except TypeError as e: print(e)
''','''
def f(a,b,c): pass
for n in range(6):
    try: f(*range(n))
    except TypeError as e: print(e)
def g(a,/,b,*,c,d=4): pass
for a,k in [((),{}),((1,),{}),((1,2),{}),((1,2,3),{}),((1,2),{'c':1,'a':5}),((1,),{'b':2,'c':3}),((),{'a':1,'b':2,'c':3}),((1,2,3,4),{'c':1}),((1,2),{'c':1,'e':1})]:
    try: g(*a,**k); print('ok')
    except TypeError as e: print(e)
def h(*,x,y,z): pass
for k in [{},{'x':1},{'x':1,'y':2}]:
    try: h(**k)
    except TypeError as e: print(e)
def i(a,b=1): pass
for a in range(5):
    try: i(*range(a))
    except TypeError as e: print(e)
def j(): pass
for a in ((1,),(1,2)):
    try: j(*a)
    except TypeError as e: print(e)
try: j(x=1)
except TypeError as e: print(e)
try: i(1,2,a=3)
except TypeError as e: print(e)
try: f(1,**{'a':1})
except TypeError as e: print(e)
try: f(**{1:2})
except TypeError as e: print(e)
try: f(*5)
except TypeError as e: print(e)
try: f(**5)
except TypeError as e: print(e)
try: f(1,2,c=1,**{'c':2})
except TypeError as e: print(e)
try: (lambda x:0)()
except TypeError as e: print(e)
def k(a,b,/): pass
try: k(a=1,b=2)
except TypeError as e: print(e)
try: k(1,b=2)
except TypeError as e: print(e)
def v(*a,b): pass
try: v(1,2)
except TypeError as e: print(e)
def u(a,*b,c,**d): print(a,b,c,d)
u(1,2,3,c=4,d=5); u(*[1],**{'c':2,'z':3})
''','''
class A: pass
try: A(1)
except TypeError as e: print(e)
try: A().x
except AttributeError as e: print(e, e.name, e.obj.__class__)
try: A.x
except AttributeError as e: print(e)
try: A()()
except TypeError as e: print(e)
try: A()[0]
except TypeError as e: print(e)
try: A()[0]=1
except TypeError as e: print(e)
try: del A()[0]
except TypeError as e: print(e)
try: len(A())
except TypeError as e: print(e)
try: A()+1
except TypeError as e: print(e)
try: 1+A()
except TypeError as e: print(e)
try: -A()
except TypeError as e: print(e)
try: A()<A()
except TypeError as e: print(e)
try: iter(A())
except TypeError as e: print(e)
try: 1 in A()
except TypeError as e: print(e)
try: int(A())
except TypeError as e: print(e)
try: float(A())
except TypeError as e: print(e)
try: abs(A())
except TypeError as e: print(e)
try: round(A())
except TypeError as e: print(e)
try: hash([])
except TypeError as e: print(e)
try: A.__init__()
except TypeError as e: print(e)
try: "".join([A()])
except TypeError as e: print(e)
try: [1,2][A()]
except TypeError as e: print(e)
try: A[int]
except TypeError as e: print(e)
try: del A().y
except AttributeError as e: print(e)
try:
    with A(): pass
except TypeError as e: print(e)
except AttributeError as e: print(e)
try:
    raise A()
except TypeError as e: print(e)
try: divmod(A(),1)
except TypeError as e: print(e)
try: A()**2
except TypeError as e: print(e)
try: pow(A(),2,3)
except TypeError as e: print(e)
a=A()
try: a+=1
except TypeError as e: print(e)
try: a@=1
except TypeError as e: print(e)
try: bool(A()); print(not A())
except TypeError as e: print(e)
try: complex(A())
except TypeError as e: print(e)
try: bytes(A())
except TypeError as e: print(e)
try: range(A())
except TypeError as e: print(e)
try: chr(A())
except TypeError as e: print(e)
try: sum([A()])
except TypeError as e: print(e)
try: sorted([A(),A()])
except TypeError as e: print(e)
try: f"{A():x}"
except TypeError as e: print(e)
try: "%d"%A()
except TypeError as e: print(e)
try: isinstance(1,A())
except TypeError as e: print(e)
try: issubclass(A(),A)
except TypeError as e: print(e)
try: reversed(A())
except TypeError as e: print(e)
try: next(A())
except TypeError as e: print(e)
try: await_=A().__await__
except AttributeError as e: print(e)
''','''
class A:
    __slots__=('x','y')
a=A(); a.x=1
print(a.x,hasattr(a,'y'))
try: a.z=1
except AttributeError as e: print(e)
try: a.y
except AttributeError as e: print(e)
try: a.__dict__
except AttributeError as e: print(e)
del a.x
try: del a.x
except AttributeError as e: print(e)
print(A.x, A.__slots__, type(A.x).__name__)
class B(A): pass
b=B(); b.q=1; print(b.__dict__); b.x=5; print(b.x,b.__dict__)
class C(A): __slots__=()
try: C().q=1
except AttributeError as e: print(e)
class D:
    __slots__=['__dict__','m']
d=D(); d.m=1; d.n=2; print(d.__dict__,d.m)
try:
    class E: 
        __slots__=('a',); a=1
except ValueError as e: print(e)
try:
    class F(int): __slots__=('a',)
    print('ok')
except TypeError as e: print(e)
''','''
class M(type):
    def __new__(m,n,b,d,**k): print('new',n,k); return super().__new__(m,n,b,d)
    def __init__(c,n,b,d,**k): print('init',n,k); super().__init__(n,b,d)
    def __call__(c,*a): print('call',a); return super().__call__(*a)
    @classmethod
    def __prepare__(m,n,b,**k): print('prep',n,k); return {'z':26}
class A(metaclass=M,q=1):
    def __init__(s,x): s.x=x
print(A(5).x,A.z,type(A).__name__,A.__class__,isinstance(A,M))
class B(A,r=2): pass
class N(type): pass
try:
    class C(A,metaclass=N): pass
except TypeError as e: print(e)
''','''
class A:
    def __init_subclass__(cls,/,tag=None,**k): print('sub',cls.__name__,tag); super().__init_subclass__(**k)
class B(A,tag=3): pass
try:
    class C(A,foo=1): pass
except TypeError as e: print(e)
class D:
    def __set_name__(s,o,n): print('setname',o.__name__,n)
class E: d=D(); e=D()
class F:
    def __class_getitem__(c,i): return (c.__name__,i)
print(F[1],F[1,2])
''','''
class A: pass
class B(A): pass
class C(A): pass
class D(B,C): pass
print([c.__name__ for c in D.__mro__],D.__bases__,D.__base__,A.__subclasses__(),D.mro()==list(D.__mro__))
try:
    class E(A,B): pass
except TypeError as e: print(e)
try:
    class E(A,A): pass
except TypeError as e: print(e)
try:
    class E(int,str): pass
except TypeError as e: print(e)
try:
    class E(bool): pass
except TypeError as e: print(e)
try:
    class E(5): pass
except TypeError as e: print(e)
try:
    class E(None): pass
except TypeError as e: print(e)
try:
    class E(type(None)): pass
except TypeError as e: print(e)
try:
    class E(range): pass
except TypeError as e: print(e)
T=type('T',(A,),{'x':1,'f':lambda s:s.x}); print(T().f(),T.__name__,T.__module__,T.__qualname__)
try: type('T',(A,))
except TypeError as e: print(e)
try: type(5,(A,),{})
except TypeError as e: print(e)
try: type('T',[A],{})
except TypeError as e: print(e)
A.__name__='Z'; print(A,A.__name__); 
try: A.__name__=5
except TypeError as e: print(e)
try: A.__bases__=()
except TypeError as e: print(e)
B.__bases__=(C,); print([c.__name__ for c in B.__mro__])
try: int.x=1
except TypeError as e: print(e)
try: del int.real
except TypeError as e: print(e)
a=A(); a.__class__=C; print(type(a).__name__)
try: a.__class__=int
except TypeError as e: print(e)
try: a.__dict__=5
except TypeError as e: print(e)
a.__dict__={'k':1}; print(a.k, vars(a))
''','''
class P:
    @property
    def x(self): "doc"; return self._x
    @x.setter
    def x(self,v): self._x=v
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 1
p=P(); p.x=5; print(p.x); del p.x
try: p.x
except AttributeError as e: print(e)
try: p.ro=1
except AttributeError as e: print(e)
try: del p.ro
except AttributeError as e: print(e)
print(P.x.__doc__,P.ro.fset,P.x.fget.__name__)
class Q(P):
    @P.x.getter
    def x(self): return 'q'
q=Q(); print(q.x); q.x=3; print(q.__dict__)
try: property().__get__(5)
except AttributeError as e: print(e)
class W:
    y=property()
try: W().y
except AttributeError as e: print(e)
try: W().y=1
except AttributeError as e: print(e)
''','''
class A:
    def f(self): return 'A'
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(x): return x
class B(A):
    def f(self): return 'B'+super().f()
    @classmethod
    def c(cls): return 'B'+super().c()
    def g(self): return [super(B,self).f() for _ in range(1)]
b=B(); print(b.f(),B.c(),b.s(1),B.s(2),b.g(),super(B,b).f(),super(B,B).c())
print(b.f,B.f,B.c,B.s) if 0 else None
try: super(A,5).f
except TypeError as e: print(e)
try: super().x
except RuntimeError as e: print(e)
def f(x): super().y
try: f(1)
except RuntimeError as e: print(e)
class C:
    def f(): super().y
try: C.f()
except RuntimeError as e: print(e)
class X:
    def f(self):
        def g(): return super().__repr__()
        return g
try: print(X().f()()[:5])
except RuntimeError as e: print(e)
try: super(B,b).nope
except AttributeError as e: print(e)
print(super(B,b).__thisclass__, super(B,b).__self__ is b)
''','''
class A:
    def __getattr__(self,n):
        if n.startswith('x'): return n*2
        raise AttributeError(n)
    def __setattr__(self,n,v): print('set',n,v); object.__setattr__(self,n,v)
    def __delattr__(self,n): print('del',n); object.__delattr__(self,n)
a=A(); a.q=1; print(a.q,a.xx); del a.q
try: a.y
except AttributeError as e: print(repr(e))
print(hasattr(a,'y'),getattr(a,'y',5),getattr(a,'xa'))
class B:
    def __getattribute__(self,n): print('ga',n); return object.__getattribute__(self,n)
b=B(); b.v=1; b.v; b.__dict__
class C:
    def __getattribute__(self,n): raise AttributeError('no')
    def __getattr__(self,n): return 'fallback '+n
print(C().z)
class D:
    def __dir__(self): return ['b','a']
print(dir(D()))
''','''
class A:
    def __eq__(self,o): return True
try: hash(A())
except TypeError as e: print(e)
print(A.__hash__)
class B(A): __hash__=object.__hash__
hash(B())
class C:
    def __hash__(self): return 1.5
try: hash(C())
except TypeError as e: print(e)
class D:
    def __hash__(self): return -1
print(hash(D()))
class E:
    def __bool__(self): return 1
try: bool(E())
except TypeError as e: print(e)
class F:
    def __len__(self): return -1
try: len(F())
except ValueError as e: print(e)
try: bool(F())
except ValueError as e: print(e)
class G:
    def __len__(self): return 1.5
try: len(G())
except TypeError as e: print(e)
class H:
    def __len__(self): return 2**70
try: len(H())
except OverflowError as e: print(e)
class I:
    def __str__(self): return 5
    def __repr__(self): return None
for f in (str,repr,ascii,lambda x:f"{x}",lambda x:"%s"%x,lambda x:"%r"%x,print,format):
    try: f(I())
    except TypeError as e: print(e)
class J:
    def __int__(self): return 'a'
    def __float__(self): return 1
    def __index__(self): return 2.5
    def __complex__(self): return 3
    def __bytes__(self): return 's'
    def __format__(self,s): return 5
    def __round__(self,*a): return ('r',a)
    def __trunc__(self): return 't'
    def __abs__(self): return 'abs'
    def __divmod__(self,o): return 'dm'
    def __dir__(self): return 5
    def __reversed__(self): return 'rev'
    def __contains__(self,x): return []
    def __invert__(self): return 'inv'
    def __matmul__(self,o): return 'mm'
    def __rmatmul__(self,o): return 'rmm'
    def __ipow__(self,o): return 'ipow'
import math
for f in (int,float,lambda x:[][x],complex,bytes,format,round,lambda x:round(x,2),abs,lambda x:divmod(x,1),dir,reversed,lambda x:1 in x,lambda x:~x,lambda x:x@1,lambda x:1@x,hex,chr,range,math.floor):
    try: print(f(J()))
    except Exception as e: print(type(e).__name__,e)
j=J(); j**=2; print(j)
''','''
class N:
    def __init__(s,n): s.n=n
    def __getattr__(s,n):
        raise AttributeError(n)
class V:
    def __init__(s,v): s.v=v
    def __add__(s,o): print('add'); return NotImplemented
    def __radd__(s,o): print('radd'); return NotImplemented
    def __iadd__(s,o): print('iadd'); return NotImplemented
    def __lt__(s,o): print('lt'); return NotImplemented
    def __gt__(s,o): print('gt'); return NotImplemented
    def __eq__(s,o): print('eq'); return NotImplemented
    def __contains__(s,o): return NotImplemented
for op in ('V(1)+V(2)','V(1)+1','1+V(1)','V(1)<V(2)','V(1)<1','1<V(1)','V(1)==V(2)','V(1)==1','1==V(1)','V(1)!=V(2)','V(1)<=V(2)'):
    try: print(op,eval(op))
    except TypeError as e: print(op,e)
v=V(1)
try: v+=1
except TypeError as e: print(e)
class W(V):
    def __radd__(s,o): return 'W.radd'
    def __gt__(s,o): return 'W.gt'
print(V(1)+W(2), V(1)<W(2), W(1)+V(1) if 0 else '')
class X(int):
    def __add__(s,o): return 'X.add'
    def __radd__(s,o): return 'X.radd'
    def __eq__(s,o): return 'X.eq'
    __hash__=int.__hash__
    def __lt__(s,o): return 'X.lt'
print(X(1)+1,1+X(1),1.0+X(1),X(1)==1,1==X(1),1<X(2),1>X(2),True+X(1),sum([1,X(2)]))
''']: run(s)
