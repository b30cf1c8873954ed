# Names are not normalized
#
# CPython brings names into the normal form NFKC, so that the ligature and the two letters are one name. Hognose compares names as they
# are written.
exec("\ufb01 = 1")
print("fi" in globals(), "\ufb01" in globals())
