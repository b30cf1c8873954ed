# Nobody closes these: they are closed when the program ends.
left_open = [open("/test/tiny.py") for n in range(100)]
