# defaults once at definition, arguments left to right, before the call
log = []


def say(x):
    log.append(x)
    return x


def make():
    def f(a=say("default a"), *, k=say("default k")):
        say("body")
        return a, k
    return f


f = make()
print(log)
log.clear()
f()
f(say("given"))
print(log)
log.clear()
try:
    (say("callee") and f)(say("x"), say(1 / 0), say("never"))
except ZeroDivisionError:
    print(log)
log.clear()
try:
    undefined(say("argument"))
except NameError as e:
    print(e, log)
try:
    "abc".nope(say("argument"))
except AttributeError as e:
    print(e, log)
try:
    five = 5
    five(say("argument"))
except TypeError as e:
    print(e, log)
x = [1]
print((x, x.append(2), x[:]))
print(x + (x.append(3) or [0]), x)
