# Encodings of one byte a character: they are of the library, not of the language alone.
import io

all_bytes = bytes(range(256))
for name in ('cp1250', 'cp1251', 'cp1252', 'cp437', 'cp850', 'cp866', 'iso8859-2', 'iso-8859-9', 'iso8859-15', 'latin9', 'koi8-r', 'windows-1252', 'L2', 'IBM437', '850', 'Latin5'):
    text = all_bytes.decode(name, 'ignore')
    back = text.encode(name)
    print(name, len(text), sum(ord(c) * i for i, c in enumerate(text)), set(all_bytes) - set(back) == {b for b in all_bytes if not bytes([b]).decode(name, 'ignore')})
    print(str(b'a\x84\xe4', name), bytearray(b'\xa4').decode(name, 'replace'), memoryview(b'\xc1').tobytes().decode(name))
def t(f):
    try: print(ascii(f()))
    except (UnicodeError, LookupError, TypeError) as e: print(type(e).__name__, e, getattr(e, 'args', ())[:4])
for errors in 'strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass':
    t(lambda: 'aé☃☃b€\udc81\x81'.encode('cp1252', errors))
    if errors != 'xmlcharrefreplace':
        t(lambda: b'a\x81\x8d\xe9'.decode('cp1252', errors))
t(lambda: 'x'.encode('nothing')); t(lambda: b'x'.decode('nothing')); t(lambda: str(b'x', 'nothing')); t(lambda: 'x'.encode(encoding='cp1252')); t(lambda: ''.encode('cp1252')); t(lambda: b''.decode('cp1252'))
t(lambda: 'x'.encode('nothing', 'replace'))
class S(str): pass
t(lambda: S(b'\x80', 'cp1252')); t(lambda: type(S(b'\x80', 'cp1252')).__name__); t(lambda: S('€').encode('cp1252'))
raw = io.BytesIO()
text = io.TextIOWrapper(raw, encoding='cp1252', newline='\r\n')
text.write('é€\n')
text.flush()
print(raw.getvalue(), text.seek(0), text.readline())
