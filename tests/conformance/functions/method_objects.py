class C:
    def __init__(self, name):
        self.name = name

    def hi(self, greet="hi"):
        return f"{greet} {self.name}"


a, b = C("a"), C("b")
m = a.hi
print(m(), m("hey"), C.hi(b), m.__self__ is a, m.__func__ is C.hi, m.__name__)
print(a.hi == a.hi, a.hi == b.hi, a.hi is a.hi, len({a.hi, a.hi, b.hi}), hash(a.hi) == hash(a.hi))
print(type(m).__name__, type(C.hi).__name__, type([].append).__name__, type(len).__name__, type(str.upper).__name__)
push = [].append
stack = []
push = stack.append
for i in range(3):
    push(i)
print(stack)
print(list(map(a.hi, ["x", "y"])), list(map(str.strip, [" a ", "b "])))
try:
    C.hi()
except TypeError as e:
    print(e)
try:
    str.upper(5)
except TypeError as e:
    print(e)
try:
    list.append((), 1)
except TypeError as e:
    print(e)
try:
    m.note = 1
except AttributeError as e:
    print(e)
a.hi = lambda: "instance attribute"
print(a.hi(), b.hi())
C.late = lambda self, n: (self.name, n)
print(a.late(5))
b.bound = C.hi.__get__(a)
print(b.bound())
