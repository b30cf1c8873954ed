def make(name):
    return lambda self, *o: (name, *o)


ops = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split()
body = {f"__{op}__": make(op) for op in ops}
body.update({f"__r{op}__": make("r" + op) for op in ops})
A = type("A", (), body)
a = A()
print(a + 1, a - 1, a * 1, a / 1, a // 1, a % 1, a ** 1, a << 1, a >> 1, a & 1, a | 1, a ^ 1, a @ 1, divmod(a, 1), sep="\n")
print(1 + a, 1 - a, 1 * a, 1 / a, 1 // a, 1 % a, 1 ** a, 1 << a, 1 >> a, 1 & a, 1 | a, 1 ^ a, 1 @ a, divmod(1, a), sep="\n")
print(pow(a, 2), pow(a, 2, 3), "s" + a, [] + a, None + a, 1.5 * a, "%d" + a, {} | a, {1} & a, b"" + a, 1j - a)
print((1,) + a, {} - a)
for text in ("object() + a", "a + object()"):
    r = eval(text)
    print(r[0])
b = object()
for op in ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"):
    try:
        eval(f"b {op} 1")
    except TypeError as e:
        print(e)
try:
    divmod(b, 1)
except TypeError as e:
    print(e)
try:
    pow(b, 1, 2)
except TypeError as e:
    print(e)
