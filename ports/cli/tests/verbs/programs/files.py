# What open() offers, to be compared with CPython.
p = 'files.tmp'
with open(p, 'w') as f:
    print(f.write('one\ntwo\n'), f.name, f.mode, f.encoding, f.closed, f.tell())
    print('three', file=f)
    f.writelines(['four\n', 'five'])
print(f.closed, repr(f))
with open(p) as f:
    print(f.read(3), f.readline(), f.tell())
    print(list(f))
for line in open(p): print(repr(line))
with open(p, 'a') as f: f.write('\nsix é\n')
print(open(p).readlines())
with open(p, 'rb') as f:
    print(f.read(5), f.tell(), f.seek(-4, 2), f.read(), f.seek(0), f.readline())
with open(p, 'r+') as f:
    f.seek(4); f.write('TWO'); f.seek(0); print(f.readline(), f.readline())
with open(p, 'rb+') as f:
    f.seek(2); f.write(b'X'); print(f.tell(), f.truncate(6), f.seek(0), f.read())
for args in ((p, 'x'), ('nofile',), ('.',), ('nodir/x', 'w'), (p, 'q'), (p, 'rw'), (p, 'rbt'), (p, 'rb', -1, 'utf-8'), (3.5,), ('a\0b',), ('',), (b'nofile',)):
    try: open(*args)
    except Exception as e: print(type(e).__name__, e, getattr(e, 'errno', 0), getattr(e, 'filename', 0))
f = open(p)
for m in ('write',):
    try: f.write('x')
    except Exception as e: print(type(e), e)
f.close()
try: f.read()
except Exception as e: print(type(e), e)
with open(p, 'w') as f:
    try: f.read()
    except Exception as e: print(type(e), e)
    try: f.write(b'x')
    except Exception as e: print(type(e), e)
with open(p, 'wb') as f:
    try: f.write('x')
    except Exception as e: print(type(e), e)
print(repr(open(p)), repr(open(p, 'rb')), repr(open(p,'wb')), repr(open(p, 'rb', 0)))
with open(p, 'w', newline='') as f: f.write('a\r\nb\nc\rd')
print(open(p).read().encode(), open(p, newline='').readlines(), open(p,'rb').read())
with open(p, 'w', encoding='latin-1') as f: f.write('é')
try: open(p).read()
except Exception as e: print(type(e), e)
print(open(p, encoding='latin-1').read(), open(p, errors='replace').read(), open(p,errors='ignore').read())
for encoding in 'utf-8-sig', 'utf-16', 'utf-32', 'cp1252':
    with open(p, 'w', encoding=encoding) as f: f.write('aaa'); at = f.tell()
    with open(p, 'r+', encoding=encoding) as f: f.seek(at); f.write('zzz'); f.seek(0); f.write('bbb')
    print(at, open(p, 'rb').read())
    with open(p, 'a', encoding=encoding) as f: f.write('\xe9')
    print(open(p, 'rb').read(), open(p, encoding=encoding).read())
try: open(p, closefd=False)
except ValueError as e: print(e)
raw = open(p, 'rb', 0)
raw.close()
try: raw.flush()
except ValueError as e: print(e)
for mode in 'w', 'r', 'r+':
    closed = open(p, mode)
    closed.close()
    for name in 'fileno', 'isatty', 'readable', 'writable', 'seekable', 'read', 'tell', 'flush', '__enter__':
        try: print(mode, name, getattr(closed, name)())
        except ValueError as e: print(mode, name, e)
open(p, 'w').write('not closed')
print(open(p).read())
left = open('left.tmp', 'w')
left.write('left open')
more = open('bytes.tmp', 'wb', 100)
more.write(b'left open, bytes')
