#!/usr/bin/env python3
"""Measures the full screen through a pseudo terminal of its own; src/bench/run calls it beside a running lab.

    src/bench/screen.py STARTS KEYS IDLE_SECONDS COMMAND...

Prints one "MEASURE VALUE" a line: first_frame and prompt_ready (milliseconds from exec), key (milliseconds from a key to the terminal),
screen_bytes (a second, idle), screen_cpu (percent of one core, with all processes that it starts), screen_rss (MB).
"""
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

COLUMNS, ROWS = 120, 36
TICKS = os.sysconf("SC_CLK_TCK")
# Characters that the grid has no use for, so that what comes back is the key and nothing else.
RARE = b"~`^{}#@&"


class Program:
    def __init__(self, command):
        self.began = time.monotonic()
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        fcntl.ioctl(self.tty, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, seconds):
        """What comes within that time, or nothing."""
        if not select.select([self.tty], [], [], max(0, seconds))[0]:
            return b""
        try:
            return os.read(self.tty, 1 << 16)
        except OSError:
            return b""

    def await_bytes(self, wanted, seconds=30.0):
        """When they had come, in seconds since the beginning."""
        seen = b""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            seen = seen[-64:] + self.read(deadline - time.monotonic())
            if wanted in seen:
                return time.monotonic() - self.began
        sys.exit("bench: %r did not come within %d s" % (wanted, seconds))

    def count_for(self, seconds):
        deadline = time.monotonic() + seconds
        count = 0
        while time.monotonic() < deadline:
            count += len(self.read(deadline - time.monotonic()))
        return count

    def send(self, keys):
        os.write(self.tty, keys)

    def cpu_seconds(self):
        """Its own, and that of all children that have ended."""
        with open("/proc/%d/stat" % self.pid) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return sum(int(field) for field in fields[11:15]) / TICKS

    def rss_megabytes(self):
        with open("/proc/%d/status" % self.pid) as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def end(self):
        self.send(b"\x15\x04")
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            self.read(0.05)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                os.close(self.tty)
                return
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.tty)


def tell(measure, value):
    print(measure, round(value, 2), flush=True)


def starts(command, times):
    for _ in range(times):
        program = Program(command)
        tell("first_frame", program.await_bytes(b"pgpool-0") * 1000)
        tell("prompt_ready", program.await_bytes(b"lab>") * 1000)
        program.end()


def keys(program, times):
    for number in range(times):
        key = RARE[number % len(RARE):][:1]
        sent = time.monotonic()
        program.send(key)
        tell("key", (program.await_bytes(key) + program.began - sent) * 1000)
        if number % 40 == 39:
            program.send(b"\x15")
            program.count_for(0.2)
        # Not in step with the program's own rhythm.
        program.count_for(0.02 + number % 7 * 0.01)


def idle(program, seconds):
    program.send(b"\x15")
    program.count_for(3)
    before = program.cpu_seconds()
    count = program.count_for(seconds)
    tell("screen_bytes", count / seconds)
    tell("screen_cpu", (program.cpu_seconds() - before) / seconds * 100)
    tell("screen_rss", program.rss_megabytes())


def main():
    times, strokes, seconds = (int(word) for word in sys.argv[1:4])
    command = sys.argv[4:]
    starts(command, times)
    program = Program(command)
    program.await_bytes(b"lab>")
    program.count_for(2)
    keys(program, strokes)
    idle(program, seconds)
    program.end()


if __name__ == "__main__":
    main()
