0
00_0
1234567890
123456789012345678901234567890123456789012345678901234567890
1_000_000
0xDEAD_beef
0x_ff
0o17
0o_1_7
0b1010
0B1
0XfF
0O7
1.
.5
1.5
1e10
1E-5
1.5e+3
1_0.0_1e1_0
0.0
00.5
09.5
09e1
1j
1.5J
1e3j
0j
09j
1if 1else 2
1or 2
0x1for x in y
[1for x in y]
'a'
"a"
'''a'''
"""a
b"""
''
""
''''''
'a' "b" '''c'''
'a' \
  'b'
('a'
 # a comment 'x'
 'b'
   "c")
r'a\b'
R"\""
u'a'
U"b"
b'a'
B"b"
br'\x00'
Rb'\n'
bR"\\"
b'a' b'b' rb'\c'
'\a\b\f\n\r\t\v\\\'\"'
'\0\01\012\0123\377\777'
'\x41\u0041\U00000041'
'\ud800'
'\q\.\8'
'\
joined'
'a\
b'
b'\
'
r'\
'
b'\x00\xff\377\0\q'
'é中😀'
'\é'
'a' r'\n' 'b\n' u'c'
'tab	inside'
f''
f'a'
f'{a}'
f'a{b}c'
f'{a}{b}'
f'{{}}'
f'{{{a}}}'
f'{a!r}'
f'{a!s:>10}'
f'{a!a:{b}}'
f'{a:{b}.{c}}'
f'{a:x{b}y{c!r}z}'
f'{a:}'
f'{a=}'
f'{a = }'
f'{ a = !s}'
f'{a=:>5}'
f'{a=!r:^{b}}'
f'x{a + b = }y{c=}'
f'{a,}'
f'{a, b}'
f'{*a, b}'
f'{a if b else c}'
f'{(lambda x: x)}'
f'{(lambda: 1)()}'
f'{a[1:2]}'
f'{a["b"]}'
f"{a['b']}"
f'{ {1: 2}[1] }'
f'{ {x for x in y} }'
f'{x for x in y}'
f'{yield_}'
f'{(yield)}'
f'{a!=b}'
f'{a==b}'
f'{a<=b}{a>=b}{a<b}{a>b}'
f'{a:=^5}'
f'{(a:=5)}'
f'{a::}'
f'{a:%H:%M}'
f'{3.14:10.10}'
f'{f"{a}"}'
f'{f"{a:{b}}"}'
f'''{f"{f'{a}'}"}'''
f'''{
a
}'''
f'''
{a:
}
'''
f'a' 'b' f'{c}' 'd' "e"
'a' f'{b}'
'\x41' f'\x42{c}\x43' r'\x44'
rf'\{a}\n'
fr'\x{a}'
Rf'{a}\
'
f'\{a}'
f'\n{a}\\{b}'
f'\x7b{a}\x7d'
f'{a:\x20>5}'
F'{a}'
f'é{é}é'
f'{"}"}{"{"}'
f'{a["}"]}'
f"{'''a'''}"
f'{a}' f'{b}' f''
f'{"a" "b"}'
f'{a !r}'
f'{ a }'
f'{a	}'
f'{1_000:_}'
f'{0x10:#x}'
f'{a.b.c(d)!s}'
f'{a:{"b"}}'
f'{not a}'
f'{a or b!r}'
(f'{a}'
 'b'
 f'{c}')
x = f'''{a}''' f"""{b
+ c}"""
