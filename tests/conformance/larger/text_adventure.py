# a state machine with tables, closures and string work
class State:
    states = {}

    def __init_subclass__(cls):
        State.states[cls.__name__.lower()] = cls

    def enter(self, game):
        return f"[{type(self).__name__}]"

    def on(self, game, word, *args):
        handler = getattr(self, "do_" + word, None)
        return handler(game, *args) if handler else f"you cannot {word} here"


class Hall(State):
    def do_go(self, game, where):
        return game.change({"north": "cellar", "east": "garden"}.get(where))

    def do_take(self, game, thing="nothing"):
        if thing in game.here:
            game.here.remove(thing)
            game.bag.append(thing)
            return f"taken: {thing}"
        return f"no {thing} here"


class Cellar(State):
    def enter(self, game):
        return super().enter(game) + (" it is bright" if "lamp" in game.bag else " it is dark")

    def do_go(self, game, where):
        return game.change("hall" if where == "south" else None)

    def do_dig(self, game):
        game.score += 10
        return "gold!" if "lamp" in game.bag else "ouch"


class Garden(State):
    def do_go(self, game, *where):
        return game.change("hall")

    def do_wait(self, game, n="1"):
        return " ".join(game.clock() for _ in range(int(n)))


class Game:
    def __init__(self):
        self.bag, self.here, self.score, self.log = [], ["lamp", "key"], 0, []
        hour = 8

        def clock():
            nonlocal hour
            hour = hour % 12 + 1
            return f"{hour} o'clock"
        self.clock = clock
        self.state = Hall()

    def change(self, name):
        if name is None:
            return "a wall"
        self.state = State.states[name]()
        return self.state.enter(self)

    def say(self, line):
        word, *args = line.lower().split()
        try:
            answer = self.state.on(self, word, *args)
        except TypeError as e:
            answer = "what? (" + str(e).split("()")[-1].strip() + ")"
        except ValueError:
            answer = "numbers please"
        self.log.append((word, len(answer)))
        return answer


game = Game()
for line in ("look", "go west", "go north", "dig", "go south", "take LAMP", "take lamp", "take", "go", "go north", "dig", "go south", "go east", "wait 3", "wait x", "wait 2 3", "go anywhere"):
    print(f"> {line}\n  {game.say(line)}")
print(game.score, game.bag, game.here, sorted(State.states), len(game.log), max(game.log, key=lambda e: e[1]))
