# An error found while code is written inside a function, then more code: the first error counts, and the work ends.
SOURCES = [
    'def m():\n    r = [i async for i in g()]\nclass W:\n def k(): pass\n',
    'class W:\n def m():\n    r = [i async for i in g()]\n    return r, await f(3)\nc = m()\ntry:\n    c.send(7)\nexcept E:\n def m():\n    r = [i async for i in g()]\n    return r, await f(3)\nc = m()\n',
    'def m():\n    def n():\n        r = [i async for i in g()]\nclass W:\n    class V:\n        def k(): return lambda: 1\nx = lambda: [lambda: y for y in z]\n',
    'def m():\n    r = [i async for i in g()]\nclass W:\n    def k(a, a): pass\n',
    'def m():\n    r = [i async for i in g()]\ndef k():\n    x = 1\n    global x\n',
    'def m():\n    r = [i async for i in g()]\nfrom __future__ import nothing\n',
]
for source in SOURCES:
    try:
        compile(source, 'source', 'exec')
    except SyntaxError as error:
        print(error, error.lineno, error.offset)
