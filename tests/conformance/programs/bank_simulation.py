# Accounts, transfers with rollback, interest, and an audit trail; ends with its own exit status.
import sys


class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, account, wanted):
        super().__init__(f"{account.owner} has {account.balance / 100:.2f}, wanted {wanted / 100:.2f}")
        self.missing = wanted - account.balance


class Frozen(BankError):
    pass


class Account:
    numbers = iter(range(1001, 10000))

    def __init__(self, owner, balance=0):
        self.number = next(Account.numbers)
        self.owner, self.balance, self.frozen, self.history = owner, 0, False, []
        if balance:
            self.deposit(balance, "opening")

    def _record(self, amount, note):
        self.balance += amount
        self.history.append((amount, note, self.balance))

    def deposit(self, cents, note="deposit"):
        if cents <= 0:
            raise ValueError(f"cannot deposit {cents}")
        if self.frozen:
            raise Frozen(f"account {self.number} is frozen")
        self._record(cents, note)

    def withdraw(self, cents, note="withdrawal"):
        if cents <= 0:
            raise ValueError(f"cannot withdraw {cents}")
        if self.frozen:
            raise Frozen(f"account {self.number} is frozen")
        if cents > self.available():
            raise InsufficientFunds(self, cents)
        self._record(-cents, note)

    def available(self):
        return self.balance

    def __str__(self):
        return f"{self.number} {type(self).__name__:<9}{self.owner:<6}{self.balance / 100:>12,.2f}"


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def interest(self):
        gain = round(self.balance * self.rate)
        if gain > 0:
            self.deposit(gain, "interest")
        return gain


class Credit(Account):
    def __init__(self, owner, balance=0, limit=50000):
        self.limit = limit
        super().__init__(owner, balance)

    def available(self):
        return self.balance + self.limit


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(a.balance, len(a.history)) for a in self.accounts]
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            for a, (balance, n) in zip(self.accounts, self.saved):
                a.balance = balance
                del a.history[n:]
            print(f"  rolled back: {kind.__name__}: {error}")
        return kind is not None and issubclass(kind, BankError)


def transfer(source, target, cents):
    with Transaction(source, target):
        source.withdraw(cents, f"to {target.owner}")
        target.deposit(cents, f"from {source.owner}")
        print(f"  {source.owner} -> {target.owner} {cents / 100:.2f}")


ann, bob, cat = Savings("Ann", 100000, rate=0.035), Credit("Bob"), Account("Cat", 2550)
accounts = [ann, bob, cat]
for a in accounts:
    print(a)
transfer(ann, bob, 30000)
transfer(bob, cat, 75000)
transfer(bob, cat, 75000)
cat.frozen = True
transfer(ann, cat, 100)
transfer(ann, ann, 500)
cat.frozen = False
try:
    transfer(cat, ann, -5)
except ValueError as e:
    print("  refused:", e)
try:
    cat.withdraw(10**9)
except InsufficientFunds as e:
    print("  missing", e.missing, "|", e)
print([a.interest() for a in accounts if isinstance(a, Savings)])
for a in accounts:
    print(a)
    for amount, note, after in a.history:
        print(f"    {amount / 100:>+10.2f} {note:<12}{after / 100:>10.2f}")
total = sum(a.balance for a in accounts)
deposited = 100000 + 2550 + 2450
print(total, deposited)
for year in range(1, 4):
    print(year, ann.interest(), f"{ann.balance / 100:,.2f}")
if bob.balance < 0:
    sys.exit(f"{bob.owner} owes {-bob.balance / 100:.2f}")
