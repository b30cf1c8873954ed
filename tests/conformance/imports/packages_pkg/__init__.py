print("init", __name__)
name = "package name"
