value = "value in sub"
