print((x := 5), x, (y := x * 2) + 1, y)
if (n := len("hello")) > 3:
    print(n)
while (n := n - 1) > 2:
    print(n, end=" ")
print(n)
print([(z := i * 2) for i in range(3)], z)
print([y for i in range(5) if (y := i * i) > 5], y)
print(a := 1, (b := 2, c := 3), a, b, c)
lst = [p := 1, p + 1, (q := p + 5)]
print(lst, p, q)
print({(k := "key"): (v := k + "!")}, k, v, {m := 3}, m)


def f(*args, **kw):
    return args, kw


print(f(u := 1, w=(t := 2)), u, t, f(*(s := [1, 2])), s)
print("abc"[(i := 1)], "abcdef"[(i := 1):(j := 4)], i, j, [10, 20][r := 1], r)
print(f"{(fx := 7)}", fx, f"{fx:=5}", (lambda: (inner := 5) + 1)())
x = (o := 1) if True else (o := 2)
print(o, x)
print((first := 1) and (second := 0) or (third := 3), first, second, third)
print((tup := 1, 2), tup, (tup2 := (1, 2)), tup2)
assert (ok := True)
total = 0
print([total := total + v for v in [1, 2, 3]], total)
while chunk := [1, 2, 3][total - 6:total - 4]:
    print(chunk)
    total += 2
print(any((found := w).startswith("b") for w in ["apple", "banana", "cherry"]), found)
print((g := lambda x: x + 1)(4), g(1), not (h := 0), h, -(h := 3))
del x
print(1 if (x := 0) else x, x)
