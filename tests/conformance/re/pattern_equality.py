# Patterns are equal by text, flags and kind, not by identity.
import re
a=re.compile('abc', re.I); re.purge(); b=re.compile('abc', re.I)
print(a==b, hash(a)==hash(b), a!=b, a==re.compile('abc'), a==re.compile(b'abc'), a!=re.compile('abd'), a=='abc', len({a,b}), {a:1}[b], a in [b])
try: a<b
except TypeError as e: print(e)
