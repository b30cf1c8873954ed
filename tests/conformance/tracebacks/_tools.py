hammer = "a hammer"
