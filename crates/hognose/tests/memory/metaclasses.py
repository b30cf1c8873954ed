class M(type):
    def __new__(m, n, b, d, **k):
        d['added'] = list(k)
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
    def __call__(c, *a): return ('called', super().__call__(*a))
class C(metaclass=M, flag=1):
    def __init_subclass__(cls, **k): cls.sub = True
    def __set_name__(self, o, n): pass
class D(C): pass
print(C.added, D.sub, type(D), C()[0], D.__subclasses__(), C.__subclasses__())
