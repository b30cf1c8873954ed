value = "found through sys.path"
