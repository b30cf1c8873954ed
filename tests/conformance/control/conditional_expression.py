# a if c else b: order, laziness, nesting, precedence
log = []


def say(name, value):
    log.append(name)
    return value


print(say("a", 1) if say("c", True) else say("b", 2), log)
log.clear()
print(say("a", 1) if say("c", False) else say("b", 2), log)
f = lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos"
print(f(-1), f(0), f(1))
print((1 if True else 2) + 10, 1 if True else 2 + 10)
x = 1 if 0 else 2, 3
print(x)
print([i if i % 2 else -i for i in range(6) if i if i != 3])
print(5 if True else 0 == None, (5 if False else 0) == None)
y = not 1 if 1 else 5
print(y)
print({"a": 1 if [] else 2}["a"], "yes" if "" or "x" else "no")
