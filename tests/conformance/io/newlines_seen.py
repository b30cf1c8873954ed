# StringIO knows the ends of lines it was given when it translates or keeps all kinds.
import io

for newline in (None, '', '\n', '\r\n'):
    f = io.StringIO(newline=newline)
    print(repr(newline), f.newlines, end=' ')
    for text in ('a\n', 'b\r\n', 'c\rd', 'e'):
        f.write(text)
        print(f.newlines, end=' ')
    print(repr(f.getvalue()))

f = io.BytesIO(b'1234567890')
view = f.getbuffer()
for call in (lambda: f.write(b'x' * 100), f.truncate, f.close):
    try:
        print(call())
    except BufferError as error:
        print(error)
view[3:6] = b'abc'
print(f.getvalue(), f.closed)
view.release()
f.close()
f.close()
print(f.closed)
