# Index, find and scan in ASCII text and in text with wider characters.
def scan(text):
    vowels = 0
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c == "e" or c == "o" or c == "a":
            vowels += 1
        i += 1
    for c in text:
        if c in "iu":
            vowels += 1
    return vowels


def find_all(text, word):
    count = 0
    at = text.find(word)
    while at >= 0:
        count += at & 7
        at = text.find(word, at + 1)
    return count


def main():
    plain = "the quick brown fox jumps over the lazy dog; " * 9000
    wide = "größe ist nicht alles, über maß und ziel; " * 40
    total = 0
    for _ in range(14):
        total += scan(plain)
    for _ in range(250):
        total += scan(wide)
    for word in ("fox", "the", "dog;", "zzz", "lazy dog; the"):
        for _ in range(30):
            total += find_all(plain, word)
    for i in range(380000):
        if plain[i:i + 3] == "fox":
            total += plain.index("j", i) - i
    total += plain.count("o") + wide.count("ß") + plain.rfind("quick")
    print(total)


main()
