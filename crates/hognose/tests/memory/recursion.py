def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(fib(10), depth(60))
