# a text goes to stderr, status 1
import sys
try:
    sys.exit("sorry, no")
except SystemExit as e:
    print(repr(e.code), e.args)
print("again")
sys.exit("sorry, no")
