# carets count characters, tabs and indentation are taken away
def ünïcode(größe):
	naïve = {"schlüssel": größe}
	return naïve["schlüssel"] + naïve["fehlt"]


def wide():
    text = "日本語"; return text + 5


try:
    wide()
except TypeError as e:
    import sys
    sys.excepthook(type(e), e, e.__traceback__)
ünïcode("größe")
