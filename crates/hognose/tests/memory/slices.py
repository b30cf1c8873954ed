class C:
    def __getitem__(self, key): return key
c = C()
print(c[1:2, ::3], c[...], slice(1, 9, 2).indices(5), 'abcdef'[slice(None, None, -1)])
