def g(n):
    try:
        for i in range(n):
            x = yield i
            if x: print('got', x)
    finally:
        print('closed')
def h(): return (yield from g(3))
print(list(g(3)), list(h()))
a = g(5)
next(a); a.send('hi')
try: a.throw(ValueError('x'))
except ValueError as e: print(repr(e))
b = g(2); next(b); b.close()
print(sum(i * i for i in range(10)))
