# Special methods that are callable objects, descriptors, static and class methods; and those of metaclasses.
class K:
    def __init__(self,n): self.n=n
    def __call__(self,*a): return self.n,len(a)
class D:
    def __get__(self,o,t): return lambda *a:("desc",len(a))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    __add__=K("add"); __getitem__=K('gi'); __lt__=K('lt'); __eq__=K('eq'); __neg__=K('neg'); __contains__=K('in'); __hash__=lambda s:3
    __call__=K('call'); __radd__=K('radd'); __iter__=lambda s: iter([1]); __setitem__=K('set')
a=A()
t(lambda:a+1); t(lambda:a[0]); t(lambda:a<1); t(lambda:a==1); t(lambda:-a); t(lambda: 1 in a); t(lambda:a(5)); t(lambda:1+a)
class B:
    __add__=D(); __getitem__=D(); __lt__=D(); __neg__=D(); __contains__=D(); __radd__=D(); __len__=D()
b=B()
t(lambda:b+1); t(lambda:b[0]); t(lambda:b<1); t(lambda:b==1); t(lambda:-b); t(lambda: 1 in b); t(lambda:1+b); t(lambda:len(b))
class C:
    @staticmethod
    def __add__(o): return 's',o
    @classmethod
    def __getitem__(c,o): return c.__name__,o
    __len__=len
    __call__=len
    __enter__=staticmethod(lambda:4)
    __exit__=staticmethod(lambda *a:len(a)==3)
    __iter__=staticmethod(lambda: iter("abc"))
    __bool__=staticmethod(lambda:False)
    __str__=staticmethod(lambda:"str")
    __hash__=staticmethod(lambda:9)
    __index__=staticmethod(lambda:1)
    __contains__=classmethod(lambda c,i:i==c)
    __eq__=staticmethod(lambda o:o==5)
    __format__=staticmethod(lambda s:'F'+s)
    __int__=staticmethod(lambda:11)
c=C()
t(lambda:c+1); t(lambda:c[3]); t(lambda:len(c)); t(lambda:c("abc")); t(lambda:list(c)); t(lambda:bool(c)); t(lambda:str(c)); t(lambda:hash(c)); t(lambda:"abc"[c]);
t(lambda:C in c); t(lambda:c==5); t(lambda:f"{c:x}"); t(lambda:int(c)); t(lambda:c in [5])
with c as v: print(v); 1/0
class M(type):
    def __call__(cls,*a): return 'mcall',a
    def __add__(cls,o): return 'madd',o
    def __getitem__(cls,o): return 'mget',o
    def __iter__(cls): return iter([7])
    def __len__(cls): return 4
    def __contains__(cls,o): return o==1
    def __str__(cls): return 'mstr'
    def __bool__(cls): return False
    def __lt__(cls,o): return 'mlt'
    def __getattr__(cls,n): return 'ga '+n
class X(metaclass=M): pass
t(lambda:X(1)); t(lambda:X+1); t(lambda:X[2]); t(lambda:list(X)); t(lambda:len(X)); t(lambda:1 in X); t(lambda:str(X)); t(lambda:bool(X)); t(lambda:X<1); t(lambda:X.foo)
