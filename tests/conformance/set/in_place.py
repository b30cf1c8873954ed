# |= &= ^= -= and the *_update methods change the set itself.
s = {1, 2, 3}
t = s
s |= {4}
s &= {2, 3, 4, 5}
s ^= {3, 6}
s -= {2}
print(sorted(s), s is t)
print(s.update([7, 8]), s.intersection_update([4, 6, 7, 9]), s.difference_update({7}, [100]),
    s.symmetric_difference_update([6, 1]), sorted(s), s is t)
s.intersection_update()
s.difference_update()
print(sorted(s))
s |= s
s &= s
print(sorted(s))
s ^= s
print(s)
s = {1, 2}
s -= s
print(s)
f = frozenset([1])
g = f
f |= {2}
print(sorted(f), sorted(g), f is g, type(f).__name__)
f &= {2, 3}
f -= {9}
f ^= {5}
print(sorted(f))
u = {1}
for h in (lambda: u.__ior__([2]), lambda: u.update(3), lambda: u.intersection_update(3), lambda: f.add(1),
        lambda: f.remove(1), lambda: f.update([1]), lambda: f.clear(), lambda: u.difference_update([[]]),
        lambda: u.symmetric_difference_update([1], [2])):
    try:
        print(h())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    u |= [2]
except TypeError as e:
    print(e)
try:
    u -= 5
except TypeError as e:
    print(e, u)
