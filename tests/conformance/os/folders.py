import os
import errno

base = 'os_folders_test_dir'


def clear(path):
    for name in os.listdir(path):
        inner = path + '/' + name
        if os.path.isdir(inner):
            clear(inner)
        else:
            os.remove(inner)
    os.rmdir(path)


if os.path.exists(base):
    clear(base)
os.mkdir(base)
start = os.getcwd()
os.chdir(base)
print(os.getcwd() == os.path.join(start, base), os.listdir())

with open('a.txt', 'w') as f:
    f.write('hello\n')
with open('b.bin', 'wb') as f:
    f.write(bytes(range(10)))
os.mkdir('inner')
print(sorted(os.listdir()))
print(os.path.exists('a.txt'), os.path.isfile('a.txt'), os.path.isdir('a.txt'))
print(os.path.exists('inner'), os.path.isfile('inner'), os.path.isdir('inner'))
print(os.path.exists('none'), os.path.getsize('a.txt'), os.stat('b.bin').st_size, os.stat('b.bin')[6])
print(oct(os.stat('inner').st_mode & 0o170000), oct(os.stat('a.txt')[0] & 0o170000), len(os.stat('a.txt')) == 10)

os.rename('a.txt', 'inner/c.txt')
print(sorted(os.listdir()), os.listdir('inner'), open('inner/c.txt').read())
os.rename('b.bin', 'inner/c.txt')
print(os.listdir('.'), open('inner/c.txt', 'rb').read())


def failing(what, *args):
    try:
        what(*args)
    except OSError as e:
        print(type(e).__name__, e.errno == getattr(errno, errno.errorcode[e.errno]), errno.errorcode[e.errno], e)


failing(os.rmdir, 'inner')
failing(os.mkdir, 'inner')
failing(os.mkdir, 'x/y')
failing(os.remove, 'none')
failing(os.unlink, 'none')
failing(os.rmdir, 'none')
failing(os.stat, 'none')
failing(os.listdir, 'none')
failing(os.listdir, 'inner/c.txt')
failing(os.chdir, 'none')
failing(os.rename, 'none', 'other')
failing(open, 'inner')
for bad in (3.5, None, []):
    try:
        os.mkdir(bad)
    except TypeError:
        print('TypeError')
try:
    os.mkdir('a\0b')
except ValueError as e:
    print(e)

os.makedirs('deep/er/est')
os.makedirs('deep/er/est', exist_ok=True)
try:
    os.makedirs('deep/er/est')
except FileExistsError:
    print('exists')
open('deep/er/f', 'w').close()
for top, folders, files in os.walk('deep'):
    print(top, folders, files)
for top, folders, files in os.walk('deep', topdown=False):
    print(top, sorted(folders), files)
with os.scandir('deep/er') as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print(entry.name, entry.path, entry.is_dir(), entry.is_file())
os.remove('deep/er/f')
os.removedirs('deep/er/est')
print(sorted(os.listdir(b'.')), os.access('inner', os.R_OK), os.access('deep', os.F_OK))
space = os.statvfs('.')
print(space.f_bsize > 0, space[2] >= space[3], len(space) >= 10, space.f_namemax)
print(len(os.uname()), os.sync())
os.chdir('..')
print(os.getcwd() == start)
clear(base)
print(os.path.exists(base))
