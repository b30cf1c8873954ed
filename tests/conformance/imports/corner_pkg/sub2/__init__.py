name = "sub2"
