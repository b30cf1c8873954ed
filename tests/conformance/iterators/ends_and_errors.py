# Iterators and generators at their ends, after errors, and over what changes below them.
def t(f,*a):
    try: r=f(*a); print(repr(r))
    except BaseException as e: print(type(e).__name__,e)
def run(src):
    try: exec(src,{}) 
    except BaseException as e: print('!',type(e).__name__,e)
for s in ['''
d={1:1,2:2}
for k in d: d[k+10]=1
''','''
d={1:1,2:2}
for k in d: del d[k]
''','''
d={1:1,2:2}
for k in d:
    del d[k]; d[k+5]=1
    if len(d)>3: break
print(d)
''','''
d={1:1,2:2}
for k in d: d[k]=5
print(d)
''','''
d={1:1}
it=iter(d); d[2]=3
next(it)
''','''
d={1:1}
it=iter(d.items()); d.clear()
next(it)
''','''
d={1:1}
it=iter(d.values()); next(it); d[5]=5
print(next(it,'end'))
''','''
s={1,2}
for k in s: s.add(k+10)
''','''
s={1,2}
for k in s: s.discard(k)
''','''
l=[1,2,3]
for x in l:
    if len(l)<8: l.append(x)
print(l)
''','''
l=[1,2,3,4]
for x in l: l.remove(x)
print(l)
''','''
l=[1,2,3,4]
it=iter(l); next(it); l.clear(); print(list(it)); l.extend([1,2,3]); print(list(it))
''','''
l=[1,2,3]
it=reversed(l); next(it); l.append(4); print(list(it)); 
it=reversed(l); l.clear(); print(list(it))
''','''
d={1:1,2:2,3:3}
print(list(reversed(d)),list(reversed(d.items())),list(reversed(d.values())),list(reversed(d.keys())))
it=reversed(d); d[4]=4
next(it)
''','''
l=[3,1,2]
l.sort(key=lambda x:l.append(x))
''','''
l=[3,1,2]
l.sort(key=lambda x:len(l))
print(l)
''','''
class A:
    def __init__(s,v): s.v=v
    def __lt__(s,o): l.clear(); return s.v<o.v
l=[A(3),A(1)]
l.sort()
''','''
l=[1,2,3]
def f(x): 
    if x==2: raise ValueError("k")
    return -x
try: l.sort(key=f)
except ValueError as e: print(e,l)
''','''
print(list(zip([1,2],[3],strict=False)))
list(zip([1,2],[3],strict=True))
''','''
list(zip([1],[3,4],strict=True))
''','''
list(zip([1],[3],[3,4],strict=True))
''','''
list(zip([1],[],[3,4],strict=True))
''','''
z=zip([1,2,3],iter([1]))
print(next(z)); print(next(z,0)); print(next(z,0))
''','''
m=map(lambda a,b:a+b,[1,2,3],[10,20])
print(list(m),list(m))
''','''
it=iter([1,2,3].pop,1); print(list(it))
''','''
l=[1,2,3]; it=iter(l.pop,1); print(list(it),l); 
''','''
def g():
    yield 1
    raise KeyError(5)
it=enumerate(g(),5)
print(next(it)); next(it)
''','''
print(list(enumerate("ab",10**20)))
''','''
it=iter(range(3)); print(next(it),it.__length_hint__(),list(it),it.__length_hint__(),next(it,'x'))
''','''
a=iter([1,2,3,4,5,6]); print(list(zip(a,a)))
''','''
f=filter(None,[0,1,"",2]); print(next(f),list(f)); print(list(filter(lambda x:x>1,[1,2,3])))
''','''
print(max([]))
''','''
print(max([],default=5),min((),default=None),max(3,1,2,key=lambda x:-x),max("abc",key=str.upper),min([[1,2],[1]]))
''','''
max(1,2,default=3)
''','''
print(sum([[1],[2]],[]),sum((1.5,2)),sum([1,2],start=10),sum(x for x in range(5)))
''','''
sum(["a","b"])
''','''
sum(["a"],"")
''','''
sum([b"a"],b"")
''','''
print(any([]),all([]),any([0,""]),all([1,0]),any(x>2 for x in [1,2,3]))
''','''
class I:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n>3: raise StopIteration
        return s.n
print(list(I()),tuple(I()),set(I()),dict(zip(I(),I())),[*I()],sum(I()),max(I()),sorted(I(),reverse=True),2 in I(),9 in I(),",".join(map(str,I())))
a,*b=I(); print(a,b)
a,b,c=I(); print(a,b,c)
a,b=I()
''','''
class G:
    def __getitem__(s,i):
        if i==3: raise IndexError
        return i*i
print(list(G()),4 in G(),5 in G(),[*G()],tuple(reversed([*G()])))
iter(G()).__next__
reversed(G())
''','''
class G:
    def __getitem__(s,i): return i*i
    def __len__(s): return 4
print(list(reversed(G())))
''','''
class B:
    def __iter__(s): return 5
iter(B())
''','''
class B:
    def __iter__(s): return s
for x in B(): pass
''','''
class B: __iter__=None
iter(B())
''','''
class B: __contains__=None
1 in B()
''','''
for x in 5: pass
''','''
a,b=5
''','''
a,b=[1]
''','''
a,b,*c=[1]
''','''
a,b=1,2,3
''','''
[a,b]="ab"; print(a,b); (a,(b,c))=1,"xy"; print(a,b,c)
''','''
a,b={"x":1,"y":2}; print(a,b)
''','''
next([])
''','''
next(iter([]))
''','''
next(iter([]),7,8)
''','''
print(iter([1]).__next__(), iter("é").__next__(), type(iter(())).__name__)
''','''
def gen():
    try:
        while True:
            x = yield
            print("got",x)
    finally: print("fin")
g=gen(); next(g); g.send(1); g.close(); print(next(g,'d')); g.close()
''','''
def gen():
    try: yield 1
    except GeneratorExit: yield 2
g=gen(); next(g); g.close()
''','''
def gen():
    yield 1
    return 5
g=gen(); next(g)
try: next(g)
except StopIteration as e: print(e.value,e.args)
try: next(g)
except StopIteration as e: print(e.value,e.args)
''','''
def gen(): yield
g=gen(); g.send(5)
''','''
def gen():
    raise StopIteration(3)
    yield
next(gen())
''','''
def gen():
    yield g.__next__()
g=gen(); next(g)
''','''
def gen(): yield 1
g=gen()
try: g.throw(ValueError("x"))
except ValueError as e: print('v',e)
print(list(g))
g=gen(); next(g)
try: g.throw(ValueError)
except ValueError as e: print('v',repr(e))
g=gen(); next(g)
try: g.throw(ValueError,"msg")
except ValueError as e: print('v',repr(e))
g.throw(5)
''','''
def gen():
    while 1:
        try: yield 1
        except ValueError as e: print('caught',e)
g=gen(); next(g); print(g.throw(ValueError("a")),g.gi_running,g.gi_frame is None,g.gi_yieldfrom,g.__name__,g.__qualname__)
''','''
def inner():
    r = yield 1
    print('r',r)
    return 'ret'
def outer():
    v = yield from inner()
    print('v',v)
    yield from [7,8]
g=outer(); print(next(g),g.send('s'),next(g)); print(next(g,None))
''','''
def outer(): yield from 5
next(outer())
''','''
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s,*a): print('throw',a); return 9
    def close(s): print('close')
def o(): yield from It()
g=o(); next(g); print(g.throw(KeyError(1))); g.close()
''','''
g=(x*y for x in range(3) for y in range(x)); print(list(g)); print((i for i in []).__name__)
''','''
x=5
print([x for x in range(3)],x,{x:y for x,y in [(1,2)]},{x for x in "aa"})
''','''
print([y for x in range(3) if x for y in range(x) if y%2==0])
''','''
def f():
    yield from (i for i in range(3))
    return (yield)
print(list(f()))
''','''
import sys
def r(n): return r(n+1)
try: r(0)
except RecursionError as e: print(e)
class A:
    def __getattr__(s,n): return s.x
try: A().y
except RecursionError as e: print('rec')
''',]: run(s)
