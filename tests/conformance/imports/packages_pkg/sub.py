print("sub", __name__)
value = "sub value"
