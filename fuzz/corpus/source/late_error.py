def m():
    r = [i async for i in g()]
class W:
 def k(): pass
