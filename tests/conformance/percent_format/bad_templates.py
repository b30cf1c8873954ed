# Incomplete formats and unknown format characters, with their positions.
for template in ("%", "abc%", "%5", "%.", "%+", "%y", "%-10z", "ab%q", "%d %!", "% ", "%\u00e9", "%.5", "%#",
        "%l", "%s %", "%(", "%()", "%5.2", "%\x01"):
    try:
        print(repr(template), template % (1,))
    except (ValueError, TypeError) as e:
        print(repr(template), type(e).__name__, ascii(str(e)))
for template in ("%.99999999999d", "%99999999999999999999d"):
    try:
        template % 1
    except ValueError as e:
        print(template, e)
