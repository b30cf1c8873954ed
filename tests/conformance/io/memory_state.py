import io
s=io.StringIO('abc\ndef'); s.read(2)
print(s.__getstate__())
s.x=1
print(s.__getstate__())
b=io.BytesIO(b'abc'); b.read(1)
print(b.__getstate__())
s.__setstate__(('hello','\n',3,{'y':2})); print(s.read(), s.y, s.x)
for st in [(1,), ('a','\n',-1,None), ('a','x',0,None), ('a',0,0,None), (b'','\n',0,None), ('a','\n',0,0), ('a','\n',0.0,None), 0, ('a\r\nb', None, 0, None),('a',None,5,None)]:
    try: s.__setstate__(st); print(repr(s.getvalue()), s.tell(), s.__getstate__())
    except Exception as e: print(type(e).__name__, e)
for st in [(b'',), (b'', -1, None), ('a',0,None), (b'',0,0), (b'abc',2,None), (b'',0.0,None), 0, (bytearray(b'a'),1,{'z':1})]:
    try: b.__setstate__(st); print(b.getvalue(), b.tell(), b.__getstate__())
    except Exception as e: print(type(e).__name__, e)
for stream in s, b:
    made, args, state = stream.__reduce_ex__(4)[:3]
    copy = made(*args)
    copy.__setstate__(state)
    print(made.__name__, args, state, copy.getvalue(), copy.tell(), vars(stream).get('z'))
class Mine(io.StringIO):
    pass
try:
    Mine().__setstate__(None)
except TypeError as e:
    print(e)
for stream in s, b:
    stream.close()
    for act in stream.__getstate__, lambda: stream.__setstate__(('', '\n', 0, None)):
        try:
            act()
        except ValueError as e:
            print(e)
