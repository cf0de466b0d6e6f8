# What GraalPyRuntime does in Python. The frames of this file are hidden from tracebacks, because it is loaded as internal
# source. `raised(error)` tells Java of an exception and returns: no exception ever leaves a function of this file, since
# crossing into Java as one costs five times as much and loses what SystemExit carries.


def make(raised, on_daemon):
    import _thread
    import atexit
    import importlib
    import sys
    import threading
    import types

    end = object()
    missing = object()

    class Raised:
        """What a Java function returns in place of a result when it throws."""

        __slots__ = ("error",)

        def __init__(self, error):
            self.error = error

    class JavaError(BaseException):
        """A Throwable that no layer above has made a Python exception of."""

        __slots__ = ("held",)

    class JavaFunction:
        """A callable that, as CPython's built-in functions, does not bind to the objects in whose classes it is."""

        __slots__ = ("_invoke", "__name__", "__qualname__", "__weakref__")
        __module__ = "builtins"
        __class__ = property(lambda self: types.BuiltinFunctionType)
        __self__ = None
        __doc__ = None

        def __init__(self, invoke, name):
            self._invoke = invoke
            self.__name__ = self.__qualname__ = name

        def __call__(self, /, *args, **kwargs):
            result = self._invoke(kwargs or None, *args)
            if type(result) is Raised:
                raise result.error
            return result

        def __repr__(self):
            return f"<built-in function {self.__name__}>"

        def __reduce__(self):
            raise TypeError("a Java function cannot be pickled")

    JavaFunction.__name__ = JavaFunction.__qualname__ = "builtin_function_or_method"

    class JavaObject:
        __slots__ = ("_sanca_held", "_sanca_get", "_sanca_do", "__weakref__")

        def __init__(self, held, get, do):
            self._sanca_held = held
            self._sanca_get = get
            self._sanca_do = do

        def __getattr__(self, name):
            value = answer(self._sanca_get(name))
            if value is missing:
                raise AttributeError(f"the Java object has no attribute '{name}'", name=name, obj=self)
            return value

        def __dir__(self):
            return sorted(answer(self._sanca_do("names")).split())

        def __str__(self):
            return do(self, "toString")

        __repr__ = __str__

        def __hash__(self):
            return do(self, "hashCode")

        def __eq__(self, other):
            return do(self, "equals", other) if type(other) is JavaObject else NotImplemented

    def do(o, name, *args):
        """Calls the member where there is one: what it throws is then a Python exception of its kind."""
        member = answer(o._sanca_get(name))
        return answer(o._sanca_do(name, *args)) if member is missing else member(*args)

    def answer(result):
        if type(result) is Raised:
            raise result.error
        return result

    def same(o):
        return o

    def is_(a, b):
        return a is b

    def type_(o):
        return type(o)

    def none():
        return None

    def integer(i):
        return int(i)

    def index(i):
        return int.__index__(i)

    def floating(f):
        return float.__float__(f)

    def bytes_(text):
        return text.encode("latin-1")

    def buffer(text, read_only):
        data = text.encode("latin-1")
        return memoryview(data if read_only else bytearray(data))

    def get_attr(o, name):
        try:
            return getattr(o, name)
        except BaseException as e:
            return raised(e)

    def set_attr(o, name, value):
        try:
            setattr(o, name, value)
        except BaseException as e:
            raised(e)

    def del_attr(o, name):
        try:
            delattr(o, name)
        except BaseException as e:
            raised(e)

    def get_item(o, key):
        try:
            return o[key]
        except BaseException as e:
            return raised(e)

    def next_(iterator):
        try:
            return next(iterator, end)
        except BaseException as e:
            return raised(e)

    def call(f, *args):
        try:
            return f(*args)
        except BaseException as e:
            return raised(e)

    def call_with_keywords(f, n, *args):
        """Positional arguments, then n names, then n values."""
        try:
            first = len(args) - 2 * n
            return f(*args[:first], **dict(zip(args[first : first + n], args[first + n :])))
        except BaseException as e:
            return raised(e)

    def import_module(name):
        try:
            return importlib.import_module(name)
        except BaseException as e:
            return raised(e)

    def compile_(source, file_name, mode):
        try:
            if "\0" in source:  # GraalPy would take it
                raise SyntaxError("source code string cannot contain null bytes")
            source.encode()  # nor does CPython take lone surrogates
            return compile(source, file_name, mode, dont_inherit=True)
        except BaseException as e:
            return raised(e)

    def evaluate(code, own_globals, global_names, own_locals, local_names):
        try:
            if not own_globals:
                global_names = sys.modules["__main__"].__dict__
            return eval(code, global_names, local_names if own_locals else global_names)
        except BaseException as e:
            return raised(e)

    def function(invoke, name):
        return JavaFunction(invoke, name)

    def java_object(held, get, do):
        return JavaObject(held, get, do)

    def held(o):
        return o._sanca_held if type(o) is JavaObject else None

    def java_error(throwable):
        error = JavaError()
        error.held = throwable
        return Raised(error)

    def throwable(error):
        return error.held if type(error) is JavaError else None

    def recursion_error(message):
        return RecursionError(message)

    def version():
        return ".".join(map(str, sys.version_info[:3]))

    def farewell(*exiting):
        """What CPython does at its end and others can see. `threading._shutdown` would wait for the threads in `exiting`,
        which wait for this."""
        try:
            for call in reversed(threading._threading_atexits):
                call()
            while alive := [t for t in threading.enumerate() if is_awaited(t) and t.ident not in exiting]:
                alive[0].join()
        except BaseException:
            sys.excepthook(*sys.exc_info())
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except BaseException:
                pass

    def is_awaited(thread):
        return not thread.daemon and thread is not threading.main_thread() and thread is not threading.current_thread()

    start_thread = _thread.start_new_thread

    def start_new_thread(function, args, kwargs={}):
        """The JVM waits for GraalPy's threads, which are daemons of Java only as children of one; Python says itself, by
        `threading._shutdown`, which it wants to wait for."""
        started = []

        def start():
            try:
                started.append(start_thread(function, args, kwargs))
            except BaseException as e:
                started.append(Raised(e))

        on_daemon(start)
        return answer(started[0])

    _thread.start_new_thread = _thread.start_new = threading._start_new_thread = start_new_thread
    if not sys.argv:
        sys.argv = [""]
    return {
        name.rstrip("_"): value
        for name, value in locals().items()
        if not isinstance(value, (type, types.ModuleType)) or name == "Raised"
    }


make
