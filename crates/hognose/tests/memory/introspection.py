class C:
    'doc'
    def m(self): 'mdoc'
print(C.__doc__, C.m.__doc__, C.m.__qualname__, C().m.__self__.__class__, type(len), callable(C), id(C) == id(C))
print([n for n in dir([]) if n[0] != '_'], repr(C)[:8], hash('a') == hash('a'), isinstance(3, (str, int)))
