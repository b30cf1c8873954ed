class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(4)), sum(Count(5)), max(Count(3)), sorted(Count(4)), tuple(Count(2)), sorted(set(Count(3))), [*Count(2)], dict(zip(Count(2), Count(2))))
