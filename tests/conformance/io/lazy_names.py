# Names of module io that are made late stay out of the program's own names.
import io
print(io.TextIOWrapper.__name__, io.BufferedReader.__name__)
print("TextIOWrapper" in globals(), "TextIOWrapper" in vars(io), "BufferedReader" in dir(io))
