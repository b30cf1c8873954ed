# The encodings unicode_escape and raw_unicode_escape.
for text in ('', 'abc', 'a\tb\nc\rd\\e\'f"g', '\x00\x1f\x7f\x80\xe9\xff', '\u0100\u20ac\uffff', '\U00010000\U0010ffff', '\ud800x\udfff', 'a\\u0041', '\\\\'):
    for codec in ('unicode_escape', 'raw-unicode-escape'):
        data = text.encode(codec)
        print(codec[0], data, ascii(data.decode(codec)), data.decode(codec) == text)
for data in (rb'\a\b\t\n\v\f\r\'\"\\', b'a\\\nb', rb'\101\7\0\377\18', rb'\x41\u0041\U00000041', b'\xe9\xff', rb'\\u0041',
             rb'\\\u0041', rb'\u20acx\\'):
    for codec in ('unicode-escape', 'Raw-Unicode-Escape'):
        print(codec[0], data, ascii(data.decode(codec)))
for data in (b'a\\', rb'\x4', rb'\xg0', rb'\u12', rb'ab\u123x', rb'\U0001', rb'\U00110000', rb'x\Uffffffff', rb'\N{', rb'\N', rb'a\N{}b', rb'\N{no such}x', rb'\N{dash', rb'\N{EM DASH}\n'):
    for codec in ('unicode_escape', 'raw_unicode_escape'):
        for errors in ('strict', 'ignore', 'replace', 'backslashreplace'):
            try:
                print(codec[0], data, ascii(data.decode(codec, errors)))
            except UnicodeDecodeError as error:
                print(codec[0], error)
