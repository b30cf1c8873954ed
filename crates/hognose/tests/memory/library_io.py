import io
f = io.StringIO('one\ntwo\n')
print(f.readline(), f.read(), list(io.StringIO('a\nb')))
b = io.BytesIO(); b.write(b'abc'); print(b.getvalue())
