def _json_fail(message, text, position):
    from json.decoder import JSONDecodeError
    raise JSONDecodeError(message, text, position)


def _json_encode_on(state, wanted):
    # The state: [parts, stack, ..., value at 6, is it next at 7, default at 8]; each level of the stack is object,
    # what is gone through, how far, how.
    step = _library('_json', 'encode_step')
    stack = state[1]
    while wanted:
        if wanted == 2:
            state[6] = state[8](stack[-4])
            state[7] = True
        elif wanted == 3:
            stack[-3] = items = list(stack[-4].items())
            if state[5] & 16:
                items.sort()
        elif wanted == 4:
            stack[-3] = sorted(stack[-4])
        wanted = step(state)
    return ''.join(state[0])


def _json_decode_on(state, wanted):
    # The state: [text, values, ..., hooks].
    step = _library('_json', 'decode_step')
    values = state[1]
    hooks = state[7]
    while wanted:
        if wanted > 1:
            values[-1] = hooks[wanted - 2](values[-1])
        wanted = step(state)
    return values[0]
