fs = [lambda i=i, j=[i]: (i, j) for i in range(4)]
print([f() for f in fs])
def counter():
    c = [0]
    def add(n=1): c[0] += n; return c
    return add
a = counter(); a(); print(a(5))
def f():
    global made
    made = [x for x in range(3)]
f(); print(made)
