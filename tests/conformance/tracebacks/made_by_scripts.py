"""Traceback objects that scripts make and change; frames of tracebacks are the same object each time."""


def fail():
    raise ValueError('here')


try:
    fail()
except ValueError as error:
    tb = error.__traceback__
Traceback = type(tb)

print(tb.tb_frame is tb.tb_frame, tb.tb_next.tb_frame is tb.tb_next.tb_frame, tb.tb_frame is tb.tb_next.tb_frame)
print(tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_next.tb_lineno)
made = Traceback(tb, tb.tb_next.tb_frame, 2, 7)
print(made.tb_next is tb, made.tb_frame is tb.tb_next.tb_frame, made.tb_lasti, made.tb_lineno)
alone = Traceback(tb_next=None, tb_frame=tb.tb_frame, tb_lasti=0, tb_lineno=1)
print(alone.tb_next, alone.tb_lineno)
alone.tb_next = tb.tb_next
print(alone.tb_next.tb_lineno)
for args in ((None, None, 1, 1), ('no', tb.tb_frame, 1, 1), (None, tb.tb_frame, 'x', 1), (None, tb.tb_frame, 1, 1.5)):
    try:
        Traceback(*args)
    except TypeError as error:
        print(error)
for other in (made, 5):
    try:
        tb.tb_next = other
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    raise KeyError('k').with_traceback(made)
except KeyError as error:
    entry = error.__traceback__
    while entry:
        print(entry.tb_lineno, entry.tb_frame.f_code.co_name)
        entry = entry.tb_next
raise TypeError('shown').with_traceback(Traceback(None, tb.tb_next.tb_frame, tb.tb_next.tb_lasti, 5))
