"""The frames of all threads."""

import sys
import threading


def stacks():
    """Returns fields, each ended by NUL. For each thread: identifier, name, number of frames, and these, innermost first.

    A frame is a function, a file and a line. This function's own frame is left out.
    """
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    fields = []
    for ident, frame in sys._current_frames().items():
        if ident == threading.get_ident():
            frame = frame.f_back
        frames = []
        while frame is not None:
            frames += (frame.f_code.co_name, frame.f_code.co_filename, frame.f_lineno or -1)
            frame = frame.f_back
        fields += (ident, names.get(ident, ''), len(frames) // 3, *frames)
    text = ''.join(str(field).replace('\0', '') + '\0' for field in fields)
    return text.encode('utf-8', 'backslashreplace').decode()
