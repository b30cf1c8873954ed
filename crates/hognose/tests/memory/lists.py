l = [3, 1, 2]
l.append(4); l.insert(0, 9); l.extend(range(20)); l += [5]
l.sort(); l.reverse()
print(l, l[2:8:2], l * 2, l.index(9), l.pop(), l.count(1), [x * x for x in l if x % 2])
l[1:3] = 'abc'
del l[::3]
print(l, sorted(map(str, l)), l.copy() == l)
