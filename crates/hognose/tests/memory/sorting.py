words = 'the quick brown fox jumps over the lazy dog'.split()
print(sorted(words, key=len), sorted(words, reverse=True), max(words, key=lambda w: w[-1]), min(words))
words.sort(key=lambda w: (len(w), w))
print(words, sorted([(2, 'b'), (1, 'z'), (2, 'a')]))
