# every operator on small ints and floats
pairs = [(7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (-7.5, 2), (0, 5), (6, 2)]
for a, b in pairs:
    print(a, b, "|", a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
for a, b in ((6, 3), (-6, 3), (255, 15), (1, 0), (-1, 70)):
    print(a & b, a | b, a ^ b, a << b, a >> b, ~a)
print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, 2 ** -2, 4 ** 0.5, 2.0 ** 3)
print(True + True, True * 5, -True, ~True, True & False, True | False, True ^ True, type(True & 1))
for text in ("1/0", "1//0", "1%0", "1.0/0", "1.0//0", "1.0%0", "divmod(1,0)", "divmod(1.0,0)", "0**-1", "0.0**-1",
             "1<<-1", "1>>-1", "1.5&1", "1<<1.0", "~1.5", "'a'+1", "1+'a'", "[]+()", "'a'*'b'", "'a'-'b'", "{}+{}",
             "None+1", "-'a'", "+[]", "1@2", "[1]*2.0", "object()-1", "'%d'%'x'"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
