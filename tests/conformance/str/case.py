# lower, upper, title, capitalize, swapcase, casefold on ASCII and beyond.
for s in ("Hello World", "ÀÉÎ ôü", "straße", "ΑΒΓς σ", "они ИХ", "it's 3rd-rate x1y2", "ǅ ŉ", "İI ı", "ﬁx",
        "123", ""):
    print(s.lower(), s.upper(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
print("STRASSE".casefold() == "straße".casefold(), len("ß".upper()), "Σ".lower(), "ΑΣ".lower(), "ΑΣΑ".lower(),
    "Ö".lower() == "ö")
print("they're bill's".title(), "a1b c-d_e".title(), "hELLO".capitalize(), "éA".capitalize(),
    "1aB".capitalize())
try:
    "a".upper("x")
except TypeError as e:
    print(e)
