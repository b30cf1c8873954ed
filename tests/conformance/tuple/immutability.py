# Items cannot be set or deleted, but += makes a new tuple and inner lists may change.
t = (1, [2], 3)
u = t
t += (4,)
print(t, u)
t[1].append("x")
print(t, u)
for f in (lambda: t.__setitem__, lambda: t.__delitem__, lambda: t.append):
    try:
        f()
    except AttributeError as e:
        print(e)
try:
    t[0] = 9
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    t[0:1] = ()
except TypeError as e:
    print(e)
try:
    t[1] += ["grown"]
except TypeError as e:
    print(e, t)
try:
    t.x = 1
except AttributeError as e:
    print(e)
t *= 2
print(len(t), t[:2], u)
