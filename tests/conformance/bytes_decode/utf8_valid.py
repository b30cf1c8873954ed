# Decoding well-formed UTF-8 of every length.
for text in ("", "abc", "é", "☃", "😀", "aé☃😀z", "\0", "\x7f\x80\u07ff\u0800\uffff\U00010000\U0010ffff"):
    raw = text.encode("utf-8")
    print(raw, raw.decode() == text, raw.decode("utf-8") == text, str(raw, "utf-8") == text,
        bytearray(raw).decode("utf8") == text, len(raw), len(raw.decode()))
print(b"\xef\xbb\xbfbom".decode("utf-8") == "\ufeffbom", b"\xef\xbb\xbfbom".decode("utf-8-sig"),
    b"plain".decode("utf-8-sig"))
print(b"abc".decode("ascii"), b"\xe9\xff".decode("latin-1"), b"abc".decode(encoding="utf-8", errors="strict"),
    b"a".decode("UTF_8"), b"a".decode("U8"), b"x".decode("us-ascii"), b"\xe9".decode("iso-8859-1"))
print(b"a\x00\xd8\x00".decode("utf-16-le", "replace"), b"\xff\xfea\x00".decode("utf-16"),
    b"\x00a\x26\x03".decode("utf-16-be"), "😀".encode("utf-16-le").decode("utf-16-le"))
