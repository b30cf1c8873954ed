# Two compressors over bytes: LZ77 with a window and LZW with growing codes; a damaged stream at the end.
import random


class Damaged(Exception):
    pass


def lz77(data, window=255, longest=255):
    out, i, table = bytearray(), 0, {}
    literals = bytearray()

    def flush():
        while literals:
            part = literals[:127]
            out.append(len(part))
            out.extend(part)
            del literals[:127]

    while i < len(data):
        best, where = 0, 0
        for j in table.get(data[i:i + 3], [])[-16:]:
            if i - j <= window:
                n = 3
                while n < longest and i + n < len(data) and data[j + n] == data[i + n]:
                    n += 1
                if n > best:
                    best, where = n, j
        if best >= 4:
            flush()
            out.extend((128, i - where, best))
        else:
            best = 1
            literals.append(data[i])
        for k in range(i, i + best):
            table.setdefault(data[k:k + 3], []).append(k)
        i += best
    flush()
    return bytes(out)


def unlz77(data):
    out, i = bytearray(), 0
    while i < len(data):
        tag = data[i]
        if tag == 128:
            if i + 2 >= len(data):
                raise Damaged(f"reference cut off at {i}")
            distance, length = data[i + 1], data[i + 2]
            if not 0 < distance <= len(out):
                raise Damaged(f"distance {distance} at {i} is before the start")
            for _ in range(length):
                out.append(out[-distance])
            i += 3
        elif tag > 128 or i + 1 + tag > len(data):
            raise Damaged(f"bad literal run {tag} at {i}")
        else:
            out += data[i + 1:i + 1 + tag]
            i += 1 + tag
    return bytes(out)


def lzw(data):
    table = {bytes([b]): b for b in range(256)}
    word, bits, count, width = b"", 0, 0, 9
    out = bytearray()

    def emit(code):
        nonlocal bits, count
        bits |= code << count
        count += width
        while count >= 8:
            out.append(bits & 255)
            bits >>= 8
            count -= 8

    for i in range(len(data)):
        longer = word + data[i:i + 1]
        if longer in table:
            word = longer
        else:
            emit(table[word])
            table[longer] = len(table)
            if len(table) > 1 << width:
                width += 1
            word = data[i:i + 1]
    if word:
        emit(table[word])
    if count:
        out.append(bits & 255)
    return bytes(out)


def unlzw(data):
    table = [bytes([b]) for b in range(256)]
    bits = count = i = 0
    width, word, out = 9, None, []
    while True:
        while count < width and i < len(data):
            bits |= data[i] << count
            count += 8
            i += 1
        if count < width:
            return b"".join(out)
        code = bits & ((1 << width) - 1)
        bits >>= width
        count -= width
        if word is None:
            entry = table[code]
        else:
            if code > len(table):
                raise Damaged(f"code {code} with {len(table)} entries")
            entry = table[code] if code < len(table) else word + word[:1]
            table.append(word + entry[:1])
        out.append(entry)
        word = entry
        if len(table) + 1 > 1 << width:
            width += 1


random.seed(7)
words = b"snake heap stack frame engine block budget fuel image check lower run".split()
SAMPLES = {
    "empty": b"",
    "one": b"x",
    "run": b"a" * 1000,
    "text": b" ".join(random.choice(words) for _ in range(400)),
    "pairs": bytes(range(256)) * 2,
    "noise": bytes(random.randrange(256) for _ in range(600)),
    "code": b"for i in range(10):\n    total += i * i\n" * 20,
    "steps": b"".join(b"%04d," % (i * 7) for i in range(300)),
}
for name, data in SAMPLES.items():
    a, b = lz77(data), lzw(data)
    assert unlz77(a) == data and unlzw(b) == data, name
    ratio = f"{len(a) / len(data):.3f} {len(b) / len(data):.3f}" if data else "-"
    print(f"{name:<6}{len(data):>6}{len(a):>6}{len(b):>6} {ratio}")
print(lz77(b"abcabcabcabcabc"), lzw(b"abababab").hex())
for bad in (b"\x80", b"\x80\x05\x04", b"\x05ab", b"\xff", b"\x01a\x80\x02\x09"):
    try:
        print(unlz77(bad))
    except Damaged as e:
        print(e)
unlzw(b"\x61\xfe\xff\x01")
