def _call_from_host(function, args):
    return function(*args)
