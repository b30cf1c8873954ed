class Wait:
    def __await__(self):
        try:
            got = yield "waiting"
            return got
        except ValueError as e:
            return f"wait caught {e}"
        finally:
            print("wait finally")


async def task(name):
    try:
        r = await Wait()
        print(name, "result", r)
        r = await Wait()
        return r
    except KeyError as e:
        print(name, "caught", repr(e))
        return "after key error"
    finally:
        print(name, "finally")


t = task("a")
print(t.send(None))
print(t.throw(ValueError("v")))
try:
    t.throw(KeyError("k"))
except StopIteration as e:
    print(e.value)
t = task("b")
t.send(None)
t.close()
t.close()
t = task("c")
try:
    t.throw(OSError("never started"))
except OSError as e:
    print(e)
t = task("d")
t.close()
print("closed unstarted")
t = task("e")
t.send(None)
try:
    t.throw(OSError("through"))
except OSError as e:
    print(e)


async def stubborn():
    try:
        await Wait()
    except GeneratorExit:
        await Wait()


s = stubborn()
s.send(None)
try:
    s.close()
except RuntimeError as e:
    print(e)
s.close()


async def stop():
    raise StopIteration("x")


try:
    stop().send(None)
except RuntimeError as e:
    print(e, repr(e.__cause__))


async def boom():
    await Wait()
    1 / 0


b = boom()
b.send(None)
try:
    b.send(1)
except ZeroDivisionError as e:
    print(e)
print(b.cr_running, b.cr_await, b.cr_frame)
