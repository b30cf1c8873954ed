# attributes that some classes carry
try:
    undefined
except NameError as e:
    print(e.name)
try:
    (5).attr
except AttributeError as e:
    print(e.name, e.obj)
e = NameError("m", name="n")
print(e, e.name)
e = AttributeError("m", name="n", obj=1)
print(e.name, e.obj)
print(AttributeError("x").name, NameError().name)
e = ImportError("m", name="n", path="p")
print(e, e.name, e.path, e.msg, e.args, repr(e))
e = SyntaxError("bad", ("file", 3, 5, "the text", 3, 9))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, str(e))
e = SyntaxError("only")
print(e.msg, e.filename, e.lineno, str(e))
try:
    b"\xff\xfe".decode("utf-8")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
    print(e)
try:
    "aé€".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
    print(e)
print(UnicodeDecodeError("enc", b"abc", 1, 2, "why"))
print(UnicodeEncodeError("enc", "abc", 0, 3, "why"))
for cls in (UnicodeDecodeError, UnicodeEncodeError):
    try:
        cls("x")
    except TypeError as e:
        print(e)
try:
    {}["k"]
except KeyError as e:
    print(e.args)
try:
    ImportError(foo=1)
except TypeError as e:
    print(e)
