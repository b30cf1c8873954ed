# repr chooses quotes and escapes; ascii escapes the rest.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "\\", "\n\r\t", "\x00\x01\x1f\x7f",
        "\x80\x9f\xa0\xad\xff", "é☃😀", "\u2028\u200b\ufeff\ue000", "\ud800", "\U0010ffff", "", "'", '"',
        "\\'", "\a\b\f\v"):
    print(ascii(repr(s)) if "\ud800" in s or "\xa0" in s else repr(s), ascii(s), len(repr(s)))
print("\x41\101\u0041\U00000041\N{LATIN CAPITAL LETTER A}", "\0" == "\x00", len("\1\12\123\1234"), "\
continued", "a\
b", len("\
"), '\'\"\\', "tab\there", r"raw\n\x41\'", len(r"\""), R"a\\b")
print("\8 \9"[0] == "\\", len("\400") == 1, ord("\377"), ord("\777"), "\q\z\_"  == "\\q\\z\\_")
print("""triple "quoted" 'string'
second line""", '''a''b"c''', """ends with \"""")
for source in (r"'\x4'", r"'\u123'", r"'\U00110000'", r"'\N{NO SUCH NAME}'", r"'\xzz'", "'abc", "'''abc",
        r"'\'", r"b'\x1'", "'a\nb'"):
    try:
        eval(source)
    except SyntaxError as e:
        print(ascii(source), "SyntaxError")
