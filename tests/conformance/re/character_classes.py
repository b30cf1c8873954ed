# Sets, ranges, negation, escapes inside sets, and the class escapes.
import re
text = "aZ0_ é-]^\\\t\n.☃9"
for p in (r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", ".", "[a-z]", "[^a-z]", "[a-zA-Z0-9]", "[]]", "[^]]",
        "[-a]", "[a-]", r"[\]\\]", r"[\d_]", r"[^\s\w]", r"[\w-]", "[.]", "[$^]", r"[\t\n]", "[é☃]",
        "[^\x00-\x7f]", r"\x61", r"\u2603", r"[\x41-\x5a]", "[a^]", r"\.", r"\\", r"\-", "[0-9a-f]",
        r"[^\W\d]"):
    print(p, ascii(re.findall(p, text)))
for p in (r"\d+", r"\w+"):
    print(re.findall(p, "٣4 näïve x²"), re.findall(p, "٣4 näïve x²", re.A))
