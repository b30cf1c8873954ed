# @ aligns as C does; = < > ! do not.
import struct
for fmt in ("bh", "bi", "bq", "hb", "bhb", "bib", "bqb", "bf", "bd", "b3sh", "bb2xh", "qb0q", "bi0q", "cxi",
        "hbhb"):
    print(fmt, struct.calcsize("@" + fmt) == struct.calcsize(fmt), struct.calcsize(fmt),
        struct.calcsize("=" + fmt), struct.calcsize("<" + fmt), struct.calcsize(">" + fmt))
raw = struct.pack("@bi", 1, 2)
print(len(raw), raw[1:4], struct.unpack("@bi", raw), struct.unpack("=bi", struct.pack("=bi", 1, 2)))
raw = struct.pack("@bhq", -1, -2, -3)
print(len(raw), struct.unpack("bhq", raw), raw[1:2], raw[4:8])
print(struct.calcsize("n") == struct.calcsize("N") == struct.calcsize("P"), struct.calcsize("?"),
    struct.calcsize("3?"), struct.unpack("@n", struct.pack("@n", -5)))
for fmt in ("<n", ">P", "=N", "<bn"):
    try:
        struct.calcsize(fmt)
    except struct.error as e:
        print(fmt, e)
