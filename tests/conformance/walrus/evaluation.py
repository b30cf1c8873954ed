# the value, once, at its place
log = []


def t(x):
    log.append(x)
    return x


print((a := t(1)) + (b := t(2)) + a * b, log)
log.clear()
x = 1
print(x + (x := 10) + x)
x = 1
print((x := x + 1) * (x := x + 1), x)
print([x, (x := 5), x], (x, (x := 6), x))
f = lambda *a: a
print(f(x, x := 7, x))
d = {}
k = "old"
d[(k := "key")] = k
print(d, k)
i = 0
arr = [10, 20, 30]
arr[(i := 1)] = (i := 2)
print(arr, i)
print((i := 5) < (i := 10) < i + 1, i)
print(1 < (c := 5) > 2 and c, (q := None) or (q := "second"), q)
y = (z := t("z")) if t(0) else t("else")
print(y, log)


class Loud:
    def __setattr__(self, k, v):
        print("set", k)


o = Loud()
o.a = (p := 5)
print(p)
print({(u := 1): (u := u + 1), (u := u + 1): u})
print("%s %s" % ((s := "a"), s), "{} {}".format(s := "b", s))
m = [1, 2, 3]
m += [(m := [0])]
print(m)
n = 5
n += (n := 10)
print(n)
(r := []).append(r)
print(len(r), r[0] is r)
if not (e := []) and (e2 := e) is e:
    print("same object")
