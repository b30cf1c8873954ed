print("helper body")
helper_value = "help"
