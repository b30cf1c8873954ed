# partition and rpartition always give three strings.
for s, sep in [("key=value", "="), ("a=b=c", "="), ("none", "="), ("=x", "="), ("x=", "="), ("", "="),
        ("a--b--c", "--"), ("é☃b", "☃"), ("aaa", "aa")]:
    print(s.partition(sep), s.rpartition(sep))
path = "/usr/local/lib/file.tar.gz"
print(path.rpartition("/")[2], path.rpartition(".")[0], path.partition("/"))
head, sep, tail = "host:8080".partition(":")
print(head, sep, tail)
for f in (lambda: "a".partition(""), lambda: "a".rpartition(""), lambda: "a".partition(1),
        lambda: "a".partition(), lambda: "a".rpartition(None), lambda: "a".partition(b"a")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
