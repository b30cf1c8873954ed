# suggestions come with the traceback
def compute():
    total_count = 5
    return totl_count + 1


compute()
