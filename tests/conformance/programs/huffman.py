# Huffman codes: tree, canonical codes, packing into bytes and back.
class Leaf:
    def __init__(self, weight, symbol):
        self.weight, self.symbol = weight, symbol

    def codes(self, prefix=""):
        yield self.symbol, prefix or "0"


class Branch:
    def __init__(self, left, right):
        self.weight, self.left, self.right = left.weight + right.weight, left, right

    def codes(self, prefix=""):
        yield from self.left.codes(prefix + "0")
        yield from self.right.codes(prefix + "1")


def tree(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    nodes = [(n, c, Leaf(n, c)) for c, n in counts.items()]
    if not nodes:
        raise ValueError("nothing to encode")
    while len(nodes) > 1:
        nodes.sort(key=lambda t: (t[0], t[1]), reverse=True)
        n1, c1, a = nodes.pop()
        n2, c2, b = nodes.pop()
        nodes.append((n1 + n2, min(c1, c2), Branch(a, b)))
    return nodes[0][2]


def canonical(lengths):
    code, last, out = 0, 0, {}
    for symbol, length in sorted(lengths.items(), key=lambda p: (p[1], p[0])):
        code <<= length - last
        out[symbol] = format(code, f"0{length}b")
        code, last = code + 1, length
    return out


def pack(bits):
    padding = -len(bits) % 8
    bits += "0" * padding
    return bytes([padding]) + bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def unpack(data):
    bits = "".join(format(b, "08b") for b in data[1:])
    return bits[:len(bits) - data[0]]


def encode(text):
    lengths = {s: len(code) for s, code in tree(text).codes()}
    codes = canonical(lengths)
    return lengths, pack("".join(codes[c] for c in text))


def decode(lengths, data):
    back = {code: s for s, code in canonical(lengths).items()}
    out, code = [], ""
    for bit in unpack(data):
        code += bit
        if code in back:
            out.append(back[code])
            code = ""
    if code:
        raise ValueError(f"left over bits {code!r}")
    return "".join(out)


TEXT = "the snake that plays dead is not dead; the snake that moves is not dead either"
root = tree(TEXT)
print(root.weight, sorted((s, c) for s, c in root.codes())[:5])
lengths, data = encode(TEXT)
for symbol, code in canonical(lengths).items():
    print(repr(symbol), TEXT.count(symbol), code)
print(len(TEXT), len(data), data.hex(" ")[:60])
print(decode(lengths, data) == TEXT, sum(2.0 ** -n for n in lengths.values()))
for text in ("a", "aaaa", "ab", "abracadabra", "é☃é", "".join(chr(97 + i % 26) * (i % 7) for i in range(60))):
    lengths, data = encode(text)
    print(repr(text[:12]), len(data), max(lengths.values()), decode(lengths, data) == text)
for broken in (lambda: encode(""), lambda: decode({"a": 1, "b": 2, "c": 2}, pack("0101"))):
    try:
        print(broken())
    except ValueError as e:
        print(e)
fib = [1, 1]
while len(fib) < 12:
    fib.append(fib[-1] + fib[-2])
skewed = "".join(chr(65 + i) * n for i, n in enumerate(fib))
lengths, data = encode(skewed)
print(len(skewed), len(data), sorted(lengths.values()), decode(lengths, data) == skewed)
