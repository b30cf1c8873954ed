class C:
    shared = []
    count = 0
    value = "class"

    def bump(self):
        self.count += 1
        C.total = getattr(C, "total", 0) + 1


a, b = C(), C()
a.shared.append(1)
print(b.shared, C.shared is a.shared)
a.bump(), a.bump(), b.bump()
print(a.count, b.count, C.count, C.total)
a.value = "instance"
print(a.value, b.value, C.value)
C.value = "changed"
print(a.value, b.value)
del a.value
print(a.value)
try:
    del a.value
except AttributeError as e:
    print(e)
del C.value
try:
    b.value
except AttributeError as e:
    print(e)
C.late = lambda self: "late " + str(self.count)
print(a.late(), b.late())
a.shared = ["own"]
print(a.shared, b.shared, sorted(a.__dict__), sorted(b.__dict__))
a.__dict__["injected"] = 5
print(a.injected)
a.__dict__ = {"whole": "new"}
print(a.whole, hasattr(a, "injected"), a.count)
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)


class Sub(C):
    pass


Sub.count = 100
print(Sub().count, C.count)
C.fresh = 1
print(Sub.fresh, Sub().fresh)
try:
    C.__dict__["x"] = 1
except TypeError as e:
    print(e)
print(type(C.__dict__).__name__, "shared" in C.__dict__, "shared" in Sub.__dict__)
