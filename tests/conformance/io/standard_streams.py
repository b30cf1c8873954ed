# The standard streams are members of io's hierarchy.
import sys
before = type(sys.stdout).__name__
import io
print(before, type(sys.stdout).__name__)
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print([isinstance(stream, getattr(io, name)) for name in ("IOBase", "TextIOBase", "RawIOBase", "BufferedIOBase", "StringIO")])
    print(isinstance(stream, (int, io.TextIOBase)), isinstance(stream, int), isinstance(stream, str))
    print([isinstance(stream, getattr(io, name)) for name in ("TextIOWrapper", "FileIO", "BufferedReader")])
    print(issubclass(stream.__class__, io.TextIOBase), stream.__class__.__name__)
    print(stream.encoding.lower(), stream.readable(), stream.writable(), stream.isatty(), stream.closed, stream.name)
for stream in (sys.stdin.buffer,):
    print([isinstance(stream, getattr(io, name)) for name in ("IOBase", "TextIOBase", "BufferedIOBase", "BufferedReader", "BufferedWriter")])
print(sys.stdout.write("text\n"), sys.stdout.flush())


def shown(target):
    match target:
        case io.StringIO():
            return "buffer"
        case io.TextIOBase():
            return "stream"
        case _:
            return "other"


print(shown(sys.stdout), shown(io.StringIO()), shown(1))
