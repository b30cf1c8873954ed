d = {i: str(i) for i in range(20)}
d.update(a=1, b=[2]); d.setdefault('z', []).append(1); d |= {'q': 5}
print(d, d.pop(3), d.popitem(), list(d.items())[:3], d.get('no', 'none'), {**d, 'x': 1} == d, dict.fromkeys('abc', 0))
for k in list(d): del d[k]
print(d)
