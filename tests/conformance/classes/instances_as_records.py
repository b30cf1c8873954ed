class Record:
    fields = ()

    def __init__(self, *values, **named):
        for f, v in zip(self.fields, values):
            setattr(self, f, v)
        for f, v in named.items():
            if f not in self.fields:
                raise TypeError(f"no field {f!r}")
            setattr(self, f, v)

    def __repr__(self):
        inner = ", ".join(f"{f}={getattr(self, f, None)!r}" for f in self.fields)
        return f"{type(self).__name__}({inner})"

    def __eq__(self, other):
        return type(self) is type(other) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def _key(self):
        return tuple(getattr(self, f) for f in self.fields)

    def replace(self, **changes):
        return type(self)(**{**self.__dict__, **changes})


class Person(Record):
    fields = ("name", "age")


class Pet(Record):
    fields = ("name", "owner")


ann, bob = Person("ann", 30), Person(age=25, name="bob")
print(ann, bob, ann == Person("ann", 30), ann == bob, ann < bob, sorted([bob, ann]))
print(Pet("rex", ann), len({ann, Person("ann", 30)}), ann.replace(age=31), Pet("x", 1) == Person("x", 1))
print(max([ann, bob], key=lambda p: p.age), min(ann, bob))
try:
    Person(height=3)
except TypeError as e:
    print(e)
table = {p.name: p for p in (ann, bob)}
table["ann"].age += 1
print(ann.age, sum(p.age for p in table.values()), [p.__dict__ for p in table.values()])
for i, p in enumerate(sorted(table.values(), key=lambda p: -p.age)):
    print(i, p)
