# closures as objects
def account(balance):
    def deposit(n):
        nonlocal balance
        balance += n
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            raise ValueError(f"short by {n - balance}")
        balance -= n
        return balance
    return {"deposit": deposit, "withdraw": withdraw, "balance": lambda: balance}


acc = account(100)
acc["deposit"](50)
print(acc["withdraw"](30), acc["balance"]())
try:
    acc["withdraw"](500)
except ValueError as e:
    print(e)


def averager():
    total = n = 0

    def avg(x):
        nonlocal total, n
        total += x
        n += 1
        return total / n
    return avg


avg = averager()
print([avg(x) for x in (10, 20, 30)])


def cons(a, b):
    return lambda pick: pick(a, b)


car = lambda c: c(lambda a, b: a)
cdr = lambda c: c(lambda a, b: b)
lst = cons(1, cons(2, cons(3, None)))
out = []
while lst:
    out.append(car(lst))
    lst = cdr(lst)
print(out)
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
print(church(7)(lambda x: x + 1)(0))
Y = lambda f: (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
