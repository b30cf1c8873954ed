# `__del__` is not called
#
# Objects go when the memory is needed, in no order that a program could rely on. Use `with` and `close()`.
class Resource:
    def __del__(self):
        print("deleted")


Resource()
print("end")
