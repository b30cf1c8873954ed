class B:
    def __init__(self): self.parts = []
    def add(self, *a, **k): self.parts.append((a, k)); return self
    def __str__(self): return repr(self.parts)
print(B().add(1).add(x=2).add(*[3, 4], **{'y': 5}), (lambda *a: a)(*range(12)), max(*[3, 4], key=lambda v: -v))
