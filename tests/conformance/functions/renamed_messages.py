def f(x, y, *, k): pass
f.__qualname__='A.g'
f.__name__='zzz'
for a in ((), (1,), (1,2,3), (1,2)):
    try: f(*a)
    except TypeError as e: print(e)
try: f(1,2,k=1,z=3)
except TypeError as e: print(e)
try: f(1,2,x=3)
except TypeError as e: print(e)
