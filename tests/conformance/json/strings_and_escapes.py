# Escapes both ways.
import json
for s in ('quote " back \\ slash /', "\b\f\n\r\t", "\x00\x1f\x7f\x80", "é☃", "😀", "\u2028\u2029", "\ud800",
        "\\u0041", "</script>"):
    out = json.dumps(s)
    print(out, json.loads(out) == s, ascii(json.dumps(s, ensure_ascii=False)))
for text in (r'"\u0041\u00e9\u2603"', r'"\ud83d\ude00"', r'"\"\\\/\b\f\n\r\t"', r'"\uD800"', r'"\ud83dx"',
    r'"\ud83d\u0041"', '"é☃😀"', '"\x7f"', '""', r'"\u0000"', r'"\/"'):
    print(text, ascii(json.loads(text)))
for text in ('"', '"abc', r'"\x41"', r'"\u12"', r'"\u12g4"', '"a\nb"', '"a\tb"', "'single'", r'"\"', '"\x00"',
    r'"\u"', r'"\U0041"', r'"\ud83d\u12"'):
    try:
        print(json.loads(text))
    except ValueError as e:
        print(ascii(text), "->", e)
print(ascii(json.loads('"a\nb\tc"', strict=False)), json.loads(json.dumps({"k\n": "v\t"})))
