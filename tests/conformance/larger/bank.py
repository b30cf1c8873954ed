# a feature tour: classes, exceptions, properties, closures, generators
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.short = need - have


class Account:
    interest = 0

    def __init__(self, owner, balance=0):
        self.owner, self._balance = owner, balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, v):
        if v < 0:
            raise InsufficientFunds(self._balance - v, self._balance)
        self.history.append((self._balance, v))
        self._balance = v

    def __iadd__(self, n):
        self.balance += n
        return self

    def __isub__(self, n):
        self.balance -= n
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"

    def __lt__(self, o):
        return self.balance < o.balance


class Savings(Account):
    interest = 5

    def year(self):
        self.balance += self.balance * self.interest // 100


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, *args, **kw):
        a = kind(*args, **kw)
        return self.accounts.setdefault(a.owner, a)

    def __getitem__(self, owner):
        return self.accounts[owner]

    def __iter__(self):
        yield from sorted(self.accounts.values())

    def transfer(self, src, dst, n):
        try:
            self.accounts[src] -= n
        except InsufficientFunds as e:
            print("refused:", e, "short by", e.short)
            return False
        else:
            self.accounts[dst] += n
            return True


bank = Bank()
bank.open(Account, "ann", 100)
bank.open(Savings, "bob", balance=200)
bank.open(Account, owner="cyd")
print(bank.transfer("ann", "cyd", 30), bank.transfer("cyd", "bob", 50), bank.transfer("bob", "ann", 20))
for a in bank:
    print(a, a.history)
for _ in range(3):
    bank["bob"].year()
print(bank["bob"], max(bank), sum(a.balance for a in bank))
try:
    bank["dan"]
except KeyError as e:
    print("no account", e)
report = "\n".join(f"{a.owner:<6}|{a.balance:>8,.2f}|{'*' * (a.balance // 25)}" for a in reversed(list(bank)))
print(report)
