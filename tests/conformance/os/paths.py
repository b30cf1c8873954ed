import os
import os.path
from os import path, sep

print(os.sep, os.curdir, os.pardir, os.pathsep, os.extsep, os.name, os.linesep == '\n', sep)
print(os.path is path)
for parts in (('a', 'b'), ('a/', 'b'), ('a', '/b'), ('', 'b'), ('a', ''), ('/', 'x', 'y'), ('a', 'b', '..', 'c'), (b'a', b'b')):
    print(path.join(*parts))
for p in ('a/b/c.txt', '/a', '/', '', 'a/', 'c.tar.gz', '.profile', 'a/.b', 'a.b/c', '//a', 'a//b', b'x/y.z', '...x', 'a/..b.c'):
    print(repr(p), path.split(p), path.basename(p), path.dirname(p), path.splitext(p), path.isabs(p))
for p in ('a/../b', 'a//b', './a', '', '/..', '//a', '///a', 'a/./b/', '../a', '../../x/..', '/a/../../b', b'a/..'):
    print(repr(p), path.normpath(p))
print(path.abspath('/a/./b/../c'), path.realpath('/'), path.normcase('Ab'), path.splitdrive('/a'))
print(path.relpath('/a/b/c', '/a/d'), path.relpath('/a', '/a'), path.relpath('/', '/a/b'))
print(path.commonprefix(['abc', 'abd', 'ab']), path.commonpath(['/a/b/c', '/a/b/d']), path.commonprefix([]))
try:
    path.join('a', b'b')
except TypeError as e:
    print(e)
try:
    path.relpath('')
except ValueError as e:
    print(e)


class Named:
    def __fspath__(self):
        return 'x/y.z'


print(os.fspath(Named()), path.basename(Named()), isinstance(Named(), os.PathLike), os.fsencode('é'), os.fsdecode(b'a'))
try:
    os.fspath(3)
except TypeError as e:
    print(e)
print(os.strerror(2), os.strerror(28), os.getenv('no_such_thing', 'none'))
