a = b = c = 5
print(a, b, c)
x = y = []
x.append(1)
print(y)
log = []


class D(dict):
    def __setitem__(self, key, value):
        log.append(key)
        dict.__setitem__(self, key, value)


d = D()
d[1] = d[2] = d[3] = 0
print(log)
i = 0
arr = [10, 20, 30]
i = arr[i] = 2
print(i, arr)
i, arr[i] = 0, "z"
print(i, arr)
a, b = c, d2 = 1, 2
print(a, b, c, d2)
(p, q) = r = [7, 8]
print(p, q, r)
a, b = b, a
print(a, b)
a, b, c = c, a, b
print(a, b, c)
lst = [0, 1, 2]
lst[0], lst[2] = lst[2], lst[0]
print(lst)
m = n = lambda: "f"
print(m is n, m())
k = {}
k["a"] = k["b"] = k
print(k["a"]["b"] is k)
