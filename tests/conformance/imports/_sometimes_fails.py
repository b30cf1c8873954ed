import _switch
print("body runs with state", _switch.state)
if _switch.state < 2:
    raise ValueError(f"state {_switch.state}")
value = "good at last"
