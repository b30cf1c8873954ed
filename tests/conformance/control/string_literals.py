print('single', "double", '''triple
single''', """triple "double" """)
print("a" 'b' """c""")
print("\a\b\f\v\0" == "\x07\x08\x0c\x0b\x00", "\t|\\|\'|\"|\101|\x41|\u0041|\U00000041")
print(r"\n\t\x", R'\'', rb"\n", Rb'\x00', br"\q", b"\x41\101\n", u"u-string", f"f{1}", fr"\n{2}", rf"\d{3}")
print(len("\
"), "line\
continued")
print("""first\
 second
third""")
print("tab	inside", 'it''s', "" "", ("implicit "
      "across "
      "lines"))
print("é", len("é"), "日本", "\ud7ff", ascii("é😀\x7f\xad"))
print("\400", len("\0000"), "\1", "\18" == "\x018", "\377")
print(b"\377", b"\0\07")
print("#not a comment", "'", '"', '"""', "'''")
print(bytes("é", "utf-8"), b'a' b"b")
for text in (r"'\x4'", r"'\u12'", r"'\U00110000'", r"b'\x4'", "b'é'", "'abc", "'''abc", "'a' b'b'"):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(text, e.msg)
