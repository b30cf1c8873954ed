sub = "class of its own: a variable"
shadow = "variable wins over the file"
