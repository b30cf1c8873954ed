import re
print(re.findall(r'(\w)(\d+)', 'a1 b22 c333'), re.sub('a+', lambda m: m[0].upper(), 'caat'), re.split(r'[,;]', 'a,b;c'))
m = re.match(r'(?P<x>\d+)-(?P<y>\d+)', '12-34')
print(m.groupdict(), m.span('y'), re.fullmatch('a*', 'b'))
