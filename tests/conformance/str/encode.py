# encode to utf-8, ascii, latin-1, utf-16 and utf-32, with error handlers.
s = "aé☃😀"
print(s.encode(), s.encode("utf-8") == s.encode("UTF8"), s.encode("utf-16-le"), s.encode("utf-16-be"),
    s.encode("utf-32-le")[:8])
print("é".encode("latin-1"), "abc".encode("ascii"), "".encode(), "\0\x7f".encode(),
    "\x80\u07ff\u0800\uffff\U00010000\U0010ffff".encode())
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    print(errors, s.encode("ascii", errors), s.encode("latin-1", errors))
print("a\ud800b".encode("utf-8", "replace"), "a\ud800b".encode("utf-8", "ignore"),
    "\ud800".encode("utf-8", "surrogatepass"), "\udcff".encode("utf-8", "surrogateescape"),
    "\ud83d\ude00".encode("utf-8", "backslashreplace"))
print(s.encode(encoding="ascii", errors="ignore"), bytes(s, "utf-8") == s.encode(), bytearray("é", "latin-1"))
for f in (lambda: s.encode("ascii"), lambda: s.encode("latin-1"), lambda: "\ud800".encode(),
        lambda: "x\udfffy\udfff".encode("utf-8"), lambda: s.encode("nope"), lambda: s.encode("ascii", "nope"),
        lambda: s.encode(1), lambda: "ab\u0100\u0101c".encode("latin-1")):
    try:
        print(f())
    except (UnicodeError, LookupError, TypeError) as e:
        print(type(e).__name__, ascii(str(e)))
try:
    "ab☃☃c".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason)
