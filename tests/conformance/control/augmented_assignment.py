x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 4; print(x)
x //= 5; print(x)
x **= 2; print(x)
x %= 7; print(x)
x <<= 6; print(x)
x >>= 2; print(x)
x |= 3; print(x)
x &= 26; print(x)
x ^= 255; print(x)
x /= 5; print(x)
a = b = [1]
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b)
t = u = (1,)
t += (2,)
print(t, u)
s = "ab"
s += "c"
s *= 2
print(s)
lst = [1, 2, 3]
lst[1] += 10
lst[-1:] += [4, 5]
lst *= 2
print(lst)
d = {"k": 1}
d["k"] += 1
d |= {"z": 0}
print(d)


def index():
    print("index once")
    return 0


lst[index()] += 1
print(lst[0])
frozen = ([1],)
try:
    frozen[0] += [2]
except TypeError as e:
    print(e, frozen)
for text in ("q += 1", "x @= 1", "x += 'a'", "d['no'] += 1", "x.attr += 1"):
    try:
        exec(text)
    except Exception as e:
        print(type(e).__name__, e)
e = [3]
e += "ab"
e += (1,)
e += range(2)
print(e)
