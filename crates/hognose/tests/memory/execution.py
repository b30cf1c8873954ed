n = {}
exec('x = 1\ndef f(a): return a + x', n)
print(n['f'](5), eval('[i * 2 for i in range(3)]'), eval('a + 1', {'a': 4}))
try: exec('def (')
except SyntaxError as e: print(e.msg, e.lineno)
code = compile('1 + 2', 'f', 'eval')
print(eval(code), code.co_name, sorted(k for k in globals() if k == 'n'))
