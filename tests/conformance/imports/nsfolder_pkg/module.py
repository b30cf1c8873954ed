value = "module in a folder without init"
