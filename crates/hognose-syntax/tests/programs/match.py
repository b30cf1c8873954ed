match a:
    case 1: pass
    case -1: pass
    case 1.5: pass
    case -1.5 + 2j: pass
    case 1 - 2j: pass
    case 1j: pass
    case 'a': pass
    case 'a' 'b': pass
    case b'a': pass
    case f'a': pass
    case None: pass
    case True: pass
    case False: pass
    case x: pass
    case _: pass
    case x.y: pass
    case x.y.z: pass
    case (1): pass
    case ((x)): pass
    case (): pass
    case (1,): pass
    case (1, 2): pass
    case (1, *x): pass
    case []: pass
    case [1]: pass
    case [1, *_, 2]: pass
    case [*x]: pass
    case 1,: pass
    case 1, 2: pass
    case *x, y: pass
    case x, *_: pass
    case 1 | 2 | 3: pass
    case (1 | 2) as x: pass
    case 1 | 2 as x: pass
    case [1 as x, 2 | 3 as y]: pass
    case {}: pass
    case {'a': 1}: pass
    case {'a': 1, 'b': x, **rest}: pass
    case {**rest}: pass
    case {**rest,}: pass
    case {1: x, -2: y, 1 + 2j: z, None: w, True: v, a.b: u,}: pass
    case {'a' 'b': x}: pass
    case C(): pass
    case C(1): pass
    case C(1, x): pass
    case C(x=1): pass
    case C(1, x=2, y=z,): pass
    case a.b.C(1,): pass
    case C(D(E()), f=G(h=1)): pass
    case C(_=1): pass
    case x if y: pass
    case x if (y := z): pass
    case x if y := z: pass
    case [x, y] if x == y:
        a
        b
    case {'a': [x, {'b': C(d=e)}]} | [C(), *f]: pass
match a, b:
    case _: pass
match a,:
    case _: pass
match *a, b:
    case _: pass
match (a, b):
    case x: pass
match (a):
    case x: pass
match [a]:
    case x: pass
match -a:
    case x: pass
match not a:
    case x: pass
match {a: b}:
    case x: pass
match lambda: a:
    case x: pass
match a := b:
    case x: pass
match f'{a}':
    case x: pass
match match:
    case case: pass
match x[1:2]:
    case x: pass
match(x, y):
    case x: pass
match (yield):
    case x:
        match y:
            case z:
                pass
            case w: pass
match = 1
match: int
match: int = 1
match.a = 1
match[1] = 2
match[a:b] = c
match(a)
match(a).b
match (a, b)
match (a)
match [a]
match -a
match * a
match is a
match not in a
match if a else b
match or a
match; case
match += 1
case = 1
case(a)
_ = 1
print(match, case, _)
match, case = case, match
def match(): pass
class case: pass
for match in case: pass
