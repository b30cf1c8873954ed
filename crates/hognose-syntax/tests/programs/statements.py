"""A docstring."""
import a
import a.b.c, d as e, f . g as h
from a import b
from a.b import c as d, e
from a import (b, c as d,)
from a import (b
               , c)
from . import a
from .. import a
from ... import a
from .... import a
from .a import b
from ...a.b import *
from a import *
x = 1
x = y = z = 1
x, y = y, x
x, = y
(x) = 1
(x, y) = z
[x, y] = z
[x, (y, *z)] = w
() = []
[] = ()
*x, y = z
*x, = y
x.y = z
x[0] = y
f().x = 1
x = *a, b
x = yield
x = yield y
x = y = yield z
x: int
x: int = 1
(x): int = 1
x.y: int
x[0]: int = 2
x: int = *a, b
x: int = yield
x += 1
x -= y
x *= y; x /= y; x //= y; x %= y; x @= y
x &= y; x |= y; x ^= y; x <<= y; x >>= y; x **= y
(x) += 1
x.y += yield
x[0] += 1, 2
del x
del x, y
del (x)
del (x, y)
del (x), y,
del [x, y]
del ()
del []
del x.y, x[0], (x, [y, z.w])
pass; pass;
assert a
assert a, b
raise
raise a
raise a from b
global a
global a, b
nonlocal a, b
return
return a
return a, *b
return *a, b
break
continue
yield
yield a
yield from a
await a
if a: pass
if a: b; c
if a:
    b
elif c:
    d
elif e: f
else:
    g
if a:
    b
else:
    if c:
        d
if (a := b): pass
while a:
    b
else:
    c
while a: pass
for a in b:
    c
else:
    d
for a, b in c, d: pass
for a, in b: pass
for *a, b in c: pass
for a.b in c: pass
for a[0] in *b, c: pass
for (a, b) in c: pass
for x in (yield): pass
with a: pass
with a as b: pass
with a as b, c as d: pass
with a, b: pass
with (a): pass
with (a, b): pass
with (a, b,): pass
with (a as b): pass
with (a as b, c, d as e): pass
with (a as b,): pass
with (a,): pass
with (a, b) as c: pass
with (a, b), c: pass
with (a), (b): pass
with (a).b as c: pass
with (a) + b: pass
with (yield): pass
with (yield a) as b: pass
with (a := b): pass
with (a := b, c): pass
with (*a, b): pass
with (x for x in y): pass
with (x for x in y) as z: pass
with (): pass
with () as a: pass
with (a if b else c): pass
with a as (b, c): pass
with a as [b, *c]: pass
with a as b.c: pass
with a as b[0]: pass
with (a as b.c, d as (e, f)): pass
with (
    a as b,
    c as d
):
    pass
with (a, (b, c)): pass
with a(b) as c, d: pass
with (lambda: x): pass
try: pass
except: pass
try:
    a
except B:
    c
except (D, E) as f:
    g
except:
    h
else:
    i
finally:
    j
try:
    a
finally:
    b
try:
    a
except* B:
    c
except *D as e:
    f
except* (G, H):
    i
else:
    j
finally:
    k
def f(): pass
def f() -> int: pass
def f(a): pass
def f(a, b=1, /, c=2, *d, e, f=3, **g): pass
def f(a, /): pass
def f(a, /, *, b): pass
def f(a=1, /): pass
def f(*, a): pass
def f(*, a=1, b, **c): pass
def f(*a, b): pass
def f(**a): pass
def f(a, b,): pass
def f(*a,): pass
def f(**a,): pass
def f(a: int, b: str = 'x', *c: d, e: f = g, **h: i) -> j:
    """Docstring."""
    return a
def f(*a: *b): pass
def f(
    a,
    b,  # a comment
):
    def g():
        def h(): pass
        return h
    return g
async def f():
    await a
    async for b in c:
        d
    else:
        e
    async with a as b, c: pass
    async with (a as b, c as d): pass
    return [x async for x in y]
@a
def f(): pass
@a.b(c)
@d[0]
@(lambda f: f)
@(x := y)
async def f(): pass
@a
class C: pass
class C(): pass
class C(A): pass
class C(A, B, metaclass=M, **k): pass
class C(*a, b=c): pass
class C:
    x: int = 1

    def f(self):
        return self

    @property
    def g(self): return 1
    class D(C):
        pass
if a:
  if b:
     if c:
      d
  e
f
if a:
	b
	if c:
		d

    # a comment out of place
	e
x = 1 # comment
x = \
    1
if a and \
   b:
    c
x = (
    1,

    2
)


pass
