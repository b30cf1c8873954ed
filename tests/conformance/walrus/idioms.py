import re
import io
stream = io.StringIO("one\ntwo\n\nthree\n")
while line := stream.readline():
    print(repr(line))
stream.seek(0)
while (block := stream.read(5)) != "":
    print(repr(block), end=" ")
print()
for text in ("12 apples", "no", "7"):
    if m := re.match(r"(\d+)", text):
        print(m.group(1))
    elif (n := text.upper()) == "NO":
        print("upper", n)


def collatz(n):
    steps = [n]
    while (n := n // 2 if n % 2 == 0 else 3 * n + 1) != 1:
        steps.append(n)
    return steps


print(collatz(6))
data = {"a": {"b": 5}}
if (inner := data.get("a")) and (value := inner.get("b")):
    print(value)
print([y for x in ("1", "x", "3") if (y := int(x) if x.isdigit() else None) is not None])
cache = {}


def fib(n):
    return cache[n] if n in cache else cache.setdefault(n, r := n if n < 2 else fib(n - 1) + fib(n - 2))


print(fib(50))
print((lo := 1) <= (mid := 5) < (hi := 10), lo, mid, hi)
stack = [1, 2, 3]
while stack and (top := stack.pop()) > 1:
    print("popped", top)
print(stack, top)
prev = 0
print([(d := x - prev, prev := x)[0] for x in (1, 4, 9, 16)])
print(all((bad := x) < 3 for x in [1, 2, 5, 9]), bad)
print([total := 0] and [total := total + i for i in range(5)], max((best := w, len(w))[1] for w in ["a", "ccc"]), best)
