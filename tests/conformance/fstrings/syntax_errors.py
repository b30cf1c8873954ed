# Illegal f-strings are syntax errors when compiled.
sources = ['f"{"', 'f"}"', 'f"{}"', 'f"{ }"', 'f"{!r}"', 'f"{1!}"', 'f"{1!x}"', 'f"{1!rr}"', 'f"{a b}"',
    'f"{1:{2"', 'f"{*}"', 'f"{)}"',
           'f"{lambda x: 1}"', 'f"{a = b}"', 'f"{a[}"', 'f"{1!r:{}}"', 'f"{yield}"', 'f"{:x}"', 'f"{=}"',
           'f"{,}"', 'f"{a;b}"', 'f"{if}"', "f'{a", 'bf"x"', 'fu"x"', 'f"{pass}"', 'f"{a += 1}"',
           'f"{await x}"']
for source in sources:
    try:
        compile(source, "<test>", "eval")
        print(source, "compiles")
    except SyntaxError as e:
        print(source, type(e).__name__)
for source in ('f"{1,}"', 'f"{*[1],}"', 'f"{1, 2}"', 'f"{(lambda x: 1)}"[:9]', 'rf"\\{1}"', 'F"{1}"',
    'Rf"{1}"', 'fR"{1}"', 'f"{1:}"', 'f"{{"', 'f"}}"'):
    print(source, eval(source))
