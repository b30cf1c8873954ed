# Groups are asked for by whatever has __index__.
import re


class Place:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print('index', self.n)
        return self.n


class Bad:
    def __index__(self):
        return 'x'


m = re.match(r'(a)(?P<b>b)(c)?', 'ab')
print(m.group(Place(1)), m[Place(2)], m.start(Place(2)), m.end(Place(0)), m.span(Place(1)))
print(m.group(0, Place(1), 'b', Place(3)))
for group in Place(4), Place(-1), 1.0, None, (1,), b'b', 2 ** 100, Place(2 ** 100):
    for act in m.group, m.span, lambda g: m[g], lambda g: m.group(0, g):
        try:
            print(act(group))
        except IndexError as e:
            print(e)
