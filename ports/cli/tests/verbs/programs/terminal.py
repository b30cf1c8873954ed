"""Plays a user at a terminal: python3 terminal.py STEPS COMMAND...

STEPS is a list in JSON of [keys, wanted]: the keys are pressed, and then the wanted text has to appear on the screen, after
all that was wanted before. At the end the command has to leave by itself; its exit status is printed.
"""
import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execv(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 100, 0, 0))
seen = ''


def read(wait):
    """Some output, without control sequences; None at the end."""
    if not select.select([terminal], [], [], wait)[0]:
        return ''
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return None
    # Where is the cursor?
    for _ in range(data.count(b'\x1b[6n')):
        os.write(terminal, b'\x1b[1;1R')
    return data.decode('utf-8', 'replace') or None


def plain(text):
    return re.sub(r'\x1b(\[[0-9;?]*[A-Za-z]|[78])', '', text)


raw = ''
at = 0
for keys, wanted in steps:
    os.write(terminal, keys.encode())
    end = time.time() + 30
    while True:
        seen = plain(raw)
        found = seen.find(wanted, at)
        if found >= 0:
            at = found + len(wanted)
            break
        more = read(0.1)
        if more is None or time.time() > end:
            sys.exit(f'after {keys!r} no {wanted!r}, but {seen[at:]!r}\nbefore: {seen[:at]!r}')
        raw += more
end = time.time() + 30
while read(0.1) is not None:
    if time.time() > end:
        sys.exit('it does not leave')
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
