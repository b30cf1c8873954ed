class Account:
    def __init__(self):
        self.balance = 10
        self._hidden = 1

    def deposit(self, n):
        self.balence += n


Account().deposit(5)
