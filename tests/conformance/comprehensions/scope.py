x = "module"
print([x for x in range(2)], x)


def f():
    y = 5
    a = [y + i for i in range(2)]
    y = 6
    b = [(lambda: y + i)() for i in range(2)]
    return a, b, "i" in locals()


print(f())


class C:
    z = [1, 2]
    ok = [i for i in z]
    try:
        bad = [i for i in range(2) if z]
    except NameError as e:
        msg = str(e)
    nested_ok = [i for i in [j for j in z]]
    lam = [(lambda: i)() for i in z]


print(C.ok, C.msg, C.nested_ok, C.lam, hasattr(C, "i"))


def g(n):
    return [[(a, b, n) for a in range(b)] for b in range(n)]


print(g(3))


def unbound():
    try:
        return [later for _ in range(1)]
    except NameError as e:
        print(e)
    later = 1


unbound()


def shadow(items):
    return [items for items in items], items


print(shadow([1, 2]))
print([i for i in range(3) if [i for i in range(i)]], [(i, [i for i in "ab"]) for i in range(1)])


def glob():
    global made
    made = [made_in for made_in in range(2)]
    return made


print(glob(), made, "made_in" in globals())
print([locals_seen for locals_seen in [1] if sorted(locals())], sorted(n for n in [1 for n2 in [1]]))
fs = [lambda x=x: x for x in range(3)]
print([q() for q in fs])


def deep():
    a = 1
    return [[[[a + b + c + d for d in [4]] for c in [3]] for b in [2]] for _ in [0]]


print(deep())


def nonlocal_comp():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total
    return [add(i) for i in range(4)], total


print(nonlocal_comp())
print([__name__ for _ in range(1)], [len for len in [3]], len([1]))
