import sys
NS=type(sys.implementation)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
n=NS(x=1,y='w')
t(lambda: n); t(lambda: NS()); t(lambda: NS(1)); t(lambda: NS(**{'a':1}).a); t(lambda: NS(self=3).self)
t(lambda: NS(x=1)==NS(x=1)); t(lambda: NS(x=1)==1); t(lambda: NS(x=1)!=NS(x=2)); t(lambda: NS); t(lambda: n.zz)
n.me=n; t(lambda: n); del n.me; t(lambda: vars(n)); t(lambda: n.__reduce__()[1:]); t(lambda: hash(n))
class S(NS): pass
t(lambda: S(b=2)); t(lambda: isinstance(S(),NS)); t(lambda: NS<NS); t(lambda: NS.__name__+NS.__module__)
t(lambda: type(sys.implementation.version).__name__)
