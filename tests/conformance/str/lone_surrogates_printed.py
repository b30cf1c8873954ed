# Lone surrogates are text, but no output stream takes them.
import sys
for text in ("\ud800", "ab\ud880c", "é\udbff", "\ud83d\ude00"):
    try:
        print(text)
    except UnicodeEncodeError as e:
        print(e, e.start, e.end)
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError as e:
        print(e.reason, ascii(e.object))
print(ascii("\ud800"), len("\ud800x"), "\ud800" in "a\ud800", "\ud800".encode("utf-8", "surrogatepass"))
try:
    print("before", "\udbff", "after")
except UnicodeEncodeError as e:
    print("|", e)
