"""Drives the prompt of a simulated device with mpremote as it is on PyPI.

Usage: run.py HOGNOSE FOLDER: the command, and a folder for the environment with mpremote, which is made when it is not there.
"""

import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import time
import venv

VERSION = 'mpremote==1.29.0'
failed = 0


def environment(folder):
    program = folder / 'bin' / 'mpremote'
    if not program.exists():
        try:
            venv.create(folder, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit('the tests of mpremote need Debian\'s package python3-venv')
        subprocess.run([folder / 'bin' / 'python', '-m', 'pip', 'install', '-q', VERSION], check=True)
    return program


class Device:
    def __init__(self, hognose, folder):
        self.link = folder / 'terminal'
        self.process = subprocess.Popen(
            [hognose, 'device', 'serve', '--sim', '--prompt', '--prompt-link', self.link, '--store', folder / 'store'],
            stderr=subprocess.PIPE, text=True)
        devices.append(self)
        line = self.process.stderr.readline()
        assert line.startswith('prompt '), line

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(10) == 0


def check(what, got, wanted):
    global failed
    if got != wanted:
        failed += 1
        print(f'{what}: got {got!r}, wanted {wanted!r}')


devices = []


def main(hognose, folder):
    try:
        return drive(hognose, folder)
    finally:
        for device in devices:
            if device.process.poll() is None:
                device.process.kill()


def drive(hognose, folder):
    program = environment(pathlib.Path(folder).resolve())
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        device = Device(hognose, work)

        def remote(*words, status=0):
            done = subprocess.run([program, 'connect', device.link.resolve(), *words], capture_output=True, text=True,
                                  timeout=30, stdin=subprocess.DEVNULL)
            check(f'status of {words}', done.returncode, status)
            if done.returncode != status:
                print(done.stdout, done.stderr)
            return done.stdout, done.stderr

        check('eval', remote('eval', '6 * 7'), ('42\n', ''))
        check('exec', remote('exec', 'x = 20', '+', 'resume', 'exec', 'print(x + 1)'), ('21\n', ''))
        out, error = remote('exec', '1 / 0', status=1)
        check('error', (out + error).splitlines()[-1], 'ZeroDivisionError: division by zero')

        script = work / 'script.py'
        script.write_text('import sys\nfor i in range(3):\n    print(i, "ä")\nsys.stdout.write("end\\n")\n' + '#' * 3000)
        check('run', remote('run', script), ('0 ä\n1 ä\n2 ä\nend\n', ''))

        data = bytes(range(256)) * 20
        (work / 'data.bin').write_bytes(data)
        remote('fs', 'cp', work / 'data.bin', ':data.bin')
        remote('fs', 'mkdir', ':lib')
        remote('fs', 'cp', script, ':lib/mod.py')
        out, _ = remote('fs', 'ls')
        check('ls', sorted(line.split() for line in out.splitlines() if not line.startswith('ls')),
              [['0', 'lib/'], ['5120', 'data.bin']])
        remote('fs', 'cp', ':data.bin', work / 'back.bin')
        check('copied there and back', (work / 'back.bin').read_bytes(), data)
        check('cat', remote('fs', 'cat', ':lib/mod.py')[0], script.read_text())
        check('import', remote('exec', 'import mod'), ('0 ä\n1 ä\n2 ä\nend\n', ''))
        out, error = remote('fs', 'cat', ':none', status=1)
        check('a file that is not there', 'No such file' in error, True)
        out, error = remote('fs', 'rmdir', ':lib', status=1)
        check('a folder that is not empty', 'lib' in error, True)
        remote('fs', 'rm', ':lib/mod.py')
        remote('fs', 'rmdir', ':lib')
        remote('fs', 'touch', ':made')
        check('exists', remote('eval', "__import__('os').listdir('/')"), ("['data.bin', 'made']\n", ''))
        check('sum', remote('fs', 'sha256sum', ':data.bin')[0].split()[-1],
              __import__('hashlib').sha256(data).hexdigest())

        # Code that never ends: the next command interrupts it.
        remote('exec', '--no-follow', 'while True: pass')
        check('interrupted', remote('eval', '1'), ('1\n', ''))
        check('reset', remote('exec', 'y = 1', 'soft-reset', 'resume', 'eval', "'y' in globals()")[0].splitlines()[-1],
              'False')

        # The files outlast the device, and its program runs at the start.
        (work / 'main.py').write_text('print("started")\n')
        remote('fs', 'cp', work / 'main.py', ':main.py')
        device.stop()
        device = Device(hognose, work)
        remote('fs', 'cp', ':data.bin', work / 'again.bin')
        check('after a restart', (work / 'again.bin').read_bytes(), data)
        friendly(program, device)
        device.stop()
    print('mpremote:', 'failed' if failed else 'ok')
    return 1 if failed else 0


def friendly(program, device):
    """`mpremote repl` in a terminal, with keys."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(program, [str(program), 'connect', str(device.link.resolve()), 'repl'])
    seen = b''

    def expect(wanted):
        nonlocal seen
        end = time.monotonic() + 20
        while wanted not in seen:
            if time.monotonic() > end:
                check('at the prompt', seen, wanted)
                return
            try:
                seen += os.read(terminal, 1000)
            except OSError:
                break
        seen = seen.partition(wanted)[2]

    expect(b'Connected')
    os.write(terminal, b'\r')
    expect(b'>>> ')
    os.write(terminal, b'6 * 111\r')
    expect(b'666\r\n>>> ')
    os.write(terminal, b'\x04')
    expect(b'MPY: soft reboot\r\nstarted\r\nHognose')
    expect(b'>>> ')
    os.write(terminal, b'while True: pass\r\r')
    time.sleep(0.3)
    os.write(terminal, b'\x03')
    expect(b'KeyboardInterrupt')
    os.write(terminal, b'\x1d')
    os.waitpid(child, 0)
    os.close(terminal)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
