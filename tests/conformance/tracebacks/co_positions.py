# Where each step of code stands in its source.
def f(a,
      b):
    x = a + \
        b.missing + 1
    return x
try: f(1,2)
except AttributeError as e: tb=e.__traceback__.tb_next
p=list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti//2]
print(p)
print(sorted({l for s,e,l in f.__code__.co_lines() if l and l > f.__code__.co_firstlineno}))
ls=list(f.__code__.co_lines()); print(all(a[1]==b[0] for a,b in zip(ls,ls[1:])), ls[0][0])
print([l for s,e,l in ls if s<=tb.tb_lasti<e])
