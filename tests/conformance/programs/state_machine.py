# A table-driven state machine for a traffic light, and a generator-based one for a vending machine.
class Machine:
    def __init__(self, name, start, table, actions=None):
        self.name, self.state, self.table = name, start, table
        self.actions = actions or {}
        self.trace = [start]

    def feed(self, event):
        options = self.table.get(self.state, {})
        if event not in options and "*" not in options:
            raise KeyError(f"{self.name}: no way from {self.state!r} on {event!r}")
        new = options.get(event, options.get("*"))
        for key in ((self.state, "exit"), (event, "on"), (new, "enter")):
            if key in self.actions:
                self.actions[key](self, event)
        self.state = new
        self.trace.append(new)
        return new

    def run(self, events):
        for e in events:
            try:
                self.feed(e)
            except KeyError as error:
                yield f"error {error.args[0]}"
            else:
                yield f"{e} -> {self.state}"


LIGHT = {
    "red": {"tick": "green", "fault": "blink"},
    "green": {"tick": "yellow", "walk": "yellow", "fault": "blink"},
    "yellow": {"tick": "red", "fault": "blink"},
    "blink": {"reset": "red", "*": "blink"},
}
counts = {}


def count(machine, event):
    counts[event] = counts.get(event, 0) + 1


light = Machine("light", "red", LIGHT, {("red", "exit"): count, ("fault", "on"): count,
    ("blink", "enter"): lambda m, e: print("  blinking because of", e)})
for line in light.run("tick walk walk tick tick fault tick reset tick".split()):
    print(line)
print(light.trace, counts)


def reachable(table, start):
    seen, todo = [start], [start]
    while todo:
        for target in table[todo.pop()].values():
            if target not in seen:
                seen.append(target)
                todo.append(target)
    return seen


print(reachable(LIGHT, "red"), {s for s in LIGHT if len(LIGHT[s]) == 2} == {"yellow", "blink", "red"})

PRICES = {"tea": 150, "coffee": 200, "soup": 275}


def vending():
    message, stock = "ready", {"tea": 1, "coffee": 2, "soup": 1}
    while True:
        credit, choice = 0, None
        while choice is None:
            event = yield message
            match event:
                case int(coin) if coin in (10, 20, 50, 100, 200):
                    credit += coin
                    message = f"credit {credit}"
                case int(coin):
                    message = f"coin {coin} returned"
                case "cancel":
                    message, credit = f"returned {credit}", 0
                case ("buy", name) if name not in PRICES:
                    message = f"no {name} here"
                case ("buy", name) if not stock[name]:
                    message = f"{name} is sold out"
                case ("buy", name) if PRICES[name] > credit:
                    message = f"{PRICES[name] - credit} missing for {name}"
                case ("buy", name):
                    choice = name
                case ["refill", *names]:
                    for n in names:
                        stock[n] = stock.get(n, 0) + 1
                    message = f"stock {stock}"
                case "off":
                    return f"off with {credit}"
                case other:
                    message = f"what is {other!r}?"
        stock[choice] -= 1
        message = f"take {choice}, change {credit - PRICES[choice]}"


v = vending()
print(next(v))
for event in [100, 50, ("buy", "tea"), 200, ("buy", "tea"), ("buy", "coffee"), 5, ("buy", "water"), 50,
        "cancel", ("buy", "soup"), "kick", ["refill", "tea", "tea"], 200, 100, ("buy", "soup"), 20, "off"]:
    try:
        print(event, "->", v.send(event))
    except StopIteration as stop:
        print("stopped:", stop.value)
