t = 'aäöü\u20ac\U0001f600'
print(t.encode(), t.encode('utf-16'), ascii(t), repr(t), t[2:5], len(t), t.title(), [ord(c) for c in t])
