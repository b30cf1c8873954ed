t = 'one two three'
print(t.upper(), t.split(), '-'.join(t), t.replace('o', '00'), t.find('three'), t[::-1], t * 3)
print(t.partition(' '), t.center(30, '*'), t.encode().decode('ascii'), 'ß'.upper(), '%5s|%-5s|' % ('a', 'b'))
