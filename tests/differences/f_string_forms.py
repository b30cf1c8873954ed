# F-strings take the forms of Python 3.12
#
# Quotes of the same kind, backslashes and comments may stand inside the braces, as they may since Python 3.12.
print(f"{"nested"} {'\n'.join(['a', 'b'])}")
