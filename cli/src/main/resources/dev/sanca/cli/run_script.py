"""Runs a script as `python script.py arguments` does. The exit code is returned, not raised."""

import io
import os
import sys


def run(path, arguments):
    sys.argv = [path, *arguments]
    sys.path.insert(0, os.path.dirname(os.path.realpath(path)))
    main = sys.modules['__main__'].__dict__
    main.update(__file__=os.path.abspath(path), __spec__=None, __doc__=None)
    try:
        with io.open_code(os.path.abspath(path)) as file:
            code = compile(file.read(), path, 'exec', dont_inherit=True)
        exec(code, main)
        return 0
    except SystemExit as request:
        return exit_code(request.code)
    except BaseException as error:
        # Our own frame is the first of the traceback, and of no interest to the script's author.
        error = error.with_traceback(error.__traceback__.tb_next)
        sys.excepthook(type(error), error, error.__traceback__)
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    finally:
        flush()


def exit_code(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError, OSError):
            pass  # closed, replaced, or a pipe that nobody reads any more
