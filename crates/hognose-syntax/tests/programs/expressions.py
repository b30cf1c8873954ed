# Operators of every level, and how they bind.
a or b and not c
not not a == b
a < b <= c != d is e is not f in g not in h
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** ~c
(-a) ** b
+-~a
a if b else c if d else e
(a if b else c) if d else e
lambda: 0
lambda x: x if x else -x
lambda x, /, y=1, *z, k, w=2, **q: (x, y, z, k, w, q)
lambda *, k: k
lambda *a: a
lambda **k: k
lambda a, b=lambda c: c, *d: b
lambda x=(yield): x
(a := 1)
f(a := 1, b=(c := 2))
[y := 1, y ** 2]
{y := 1}
x[a := 1]
x[a:=1, b:=2]
(a)
((a))
(a, b)
(a,)
()
[]
[a]
[a, *b, c,]
{}
{a}
{a, *b}
{a: b}
{a: b, **c, 'd': e,}
{**a}
{**a | b}
1, 2, 3
1,
*a, b
(*a, b)
a.b.c
a . b
a[b][c](d)(e)[f]
a[1:2]
a[:]
a[::]
a[1:]
a[:2]
a[::3]
a[1:2:3]
a[1:2, 3]
a[1:2, ::3, ...]
a[b, ]
a[*b]
a[*b, c]
a[b, *c, d:e]
a[lambda: 1:2]
a[b if c else d:e]
f()
f(a)
f(a, b,)
f(*a)
f(**a)
f(a, *b, c, d=1, *e, f=2, **g, h=3, **i)
f(x for x in y)
f(a)(x for x in y)
f(*a if b else c)
f(a=b if c else d)
(x for x in y)
[x for x in y]
{x for x in y}
{x: y for x, y in z}
[x for x in a if b if c for y in d if not e]
[x for x, in a]
[x for x, *y in a]
[(x, y) for x in a for y in b]
[x async for x in y]
(x async for x in y if await z)
[a := b for c in d]
[x for x in a or b]
[x for x in lambda_]
[[y for y in x] for x in [z for z in w]]
[x for x.y in a]
[x for x[0] in a]
[x for (x, [y, z]) in a]
{a: b for c in d if e}
(yield)
(yield a)
(yield a, *b)
(yield from a)
await a
await a ** b
-await a
None, True, False, ...
a if (yield) else b
a == (b == c)
not a in b
not a is b
a @ b
print
match
case
_
match(x)
match[x]
match.x
match, case
match * a, b
match - a
match in a
type
