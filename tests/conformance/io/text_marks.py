# Marks of order, places in texts, and changing how a text is read or written.
import io
def mk(data, e, **k): return io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)), encoding=e, **k)
text = ''.join(chr(65 + i % 26) + 'é☃𝄞'[i % 3] for i in range(6000)) + '\nend\n'
for e, mark in (('utf-16', 'utf-16'), ('utf-16', 'be'), ('utf-32', 'utf-32'), ('utf-32', 'be'), ('utf-8-sig', 'utf-8-sig'), ('utf-8-sig', 'utf-8')):
    if mark == 'be':
        data = '\ufeff'.encode(e + '-be') + text.encode(e + '-be')
    else:
        data = text.encode(mark)
    f = mk(data, e)
    got = ''
    while True:
        part = f.read(1000)
        got += part
        if not part: break
    print(e, mark, got == text, len(got))
    f.seek(0)
    a = f.read(5000); p = f.tell(); b = f.read(10); f.seek(p); print(f.read(10) == b, a == text[:5000])
    f.seek(0); print(f.readline() == text[:-4], f.readline(), f.read())
    f.seek(0); f.read(); print(f.tell() == len(data))
for e in 'utf-8-sig', 'utf-16', 'utf-32', 'utf-8', 'latin-1':
    raw = io.BytesIO()
    f = io.TextIOWrapper(raw, encoding=e)
    f.write('aaa'); p = f.tell()
    f.write('zzz'); f.seek(0); f.write('bbb'); f.seek(p); f.write('c'); f.flush()
    print(e, p, raw.getvalue())
    f.seek(0); print(f.read(), f.tell())
    f.seek(0, 2); f.write('end'); f.flush(); print(raw.getvalue().decode(e))
f = io.TextIOWrapper(io.BytesIO(), 'ascii', 'replace', '\n')
for kw in dict(encoding=None), dict(errors=None), dict(line_buffering=None), dict(encoding='utf8', errors=None), dict(errors='ignore'), dict(encoding='latin1'), dict(newline='\r\n'), dict(line_buffering=True), dict(newline=None):
    f.reconfigure(**kw)
    f.write('LF\n')
    print(kw, f.encoding, f.errors, f.line_buffering)
f.flush()
print(f.buffer.getvalue())
f = mk(b'abc\nd\xc3\xa9f\n', 'utf-8')
print(f.readline())
for kw in dict(encoding='latin1'), dict(errors='ignore'), dict(newline=''), dict(line_buffering=True), {}:
    try:
        f.reconfigure(**kw)
        print(f.encoding, f.errors, f.line_buffering)
    except io.UnsupportedOperation as e:
        print(e)
f.seek(0)
f.reconfigure(encoding='latin1')
print(f.read())
