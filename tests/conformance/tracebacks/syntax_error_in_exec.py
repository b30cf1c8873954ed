def run(text):
    exec(text)


run("x = 1\nfor i in range(3)\n    print(i)\n")
