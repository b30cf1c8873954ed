class Wait:
    def __await__(self): return (yield 'w')
async def f(x): return x * await Wait()
async def agen():
    for i in range(3): yield i
async def main():
    r = [i async for i in agen()]
    return r, await f(3)
c = main()
try:
    print(c.send(None)); c.send(7)
except StopIteration as e: print(e.value)
