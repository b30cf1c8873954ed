# Code pages are in the library: a program that imports has them.
import sys


class Sub(bytes):
    pass


print(bytes("h\u20ac", "cp1252"), Sub("\u00e9", encoding="cp1252", errors="strict"), bytearray("\u0436", "koi8-r"))
for page in ("cp437", "cp866"):
    try:
        print(bytes("\u0436\u00fc", page), file=sys.stdout)
    except UnicodeEncodeError as e:
        print(e)
