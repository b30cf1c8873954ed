parent = "parent"
