t = ''
for i in range(200): t += str(i) + ','
l = []
for i in range(50): l.append('%d:%s' % (i, t[:i]))
print(len(t), len(''.join(l)), t.count(','), t[-20:])
