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
    NO_STACK = "maximum recursion depth exceeded: the Java stack is used up"

    class Raised:
        """What a Java function returns in place of a result when it throws; without an error where no stack was left."""

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
            try:
                result = self._invoke(kwargs or None, *args)
            except BaseException as e:
                if is_foreign(e):
                    raise recursion_error(NO_STACK) from None
                raise
            return answer(result)

        def __repr__(self):
            return f"<built-in function {self.__name__}>"

        def __reduce__(self):
            raise TypeError("a Java function cannot be pickled")

    JavaFunction.__name__ = JavaFunction.__qualname__ = "builtin_function_or_method"

    class JavaObject:
        """A Java object; as CPython's proxies, with public methods as attributes and whatever a subclass adds."""

        __slots__ = ("_sanca",)
        __module__ = "sanca"
        __qualname__ = "JavaObject"

        def __new__(cls, /, *given, **names):
            if len(given) != 1 or names or not is_java_object(given[0]):
                raise TypeError("a JavaObject is made of one Java object, which only Java makes")
            return new_java_object(cls, java_of(given[0]))

        def __init__(self, /, *given, **names):
            pass

        def __getattribute__(self, name):
            """Names with two underscores in front are Python's own; those of a subclass come before Java's."""
            if name.startswith("__"):
                return generic_attribute(self, name)
            if type(self) is not JavaObject:
                try:
                    return generic_attribute(self, name)
                except AttributeError:
                    pass
            value = member(self, name)
            if value is missing:
                raise AttributeError(f"the Java object has no attribute '{name}'", name=name, obj=self)
            return value

        def __dir__(self):
            return sorted({*object.__dir__(self), *do(self, "names").split()})

        def __repr__(self):
            return str(do(self, "toString"))

        def __hash__(self):
            return do(self, "hashCode")

        def __eq__(self, other):
            return do(self, "equals", other) if is_java_object(other) else NotImplemented

        def __lt__(self, other):
            return do(self, "compareTo", other) < 0 if are_ordered(self, other) else NotImplemented

        def __le__(self, other):
            return do(self, "compareTo", other) <= 0 if are_ordered(self, other) else NotImplemented

        def __gt__(self, other):
            return do(self, "compareTo", other) > 0 if are_ordered(self, other) else NotImplemented

        def __ge__(self, other):
            return do(self, "compareTo", other) >= 0 if are_ordered(self, other) else NotImplemented

    generic_attribute = object.__getattribute__
    java_slot = JavaObject._sanca
    del JavaObject._sanca  # nobody else's to see

    def new_java_object(cls, java):
        made = object.__new__(cls)
        java_slot.__set__(made, java)
        return made

    def is_java_object(o):
        return issubclass(type(o), JavaObject)

    def java_of(o):
        """The Java object, what asks it for a member, and what asks it for anything else."""
        try:
            return java_slot.__get__(o)
        except AttributeError:
            raise TypeError("this JavaObject was made without a Java object, which only Java makes") from None

    def member(o, name):
        return ask(java_of(o)[1], name)

    def are_ordered(a, b):
        return is_java_object(b) and ask(java_of(a)[2], "isOrdered", b)

    def do(o, name, *args):
        """Calls the member where there is one: what it throws is then a Python exception of its kind."""
        method = missing if name == "names" else member(o, name)
        return ask(java_of(o)[2], name, *args) if method is missing else method(*args)

    def ask(java, *args):
        try:
            result = java(*args)
        except BaseException as e:
            if is_foreign(e):
                raise recursion_error(NO_STACK) from None
            raise
        return answer(result)

    def answer(result):
        if type(result) is Raised:
            raise recursion_error(NO_STACK) if result.error is None else result.error
        return result

    def is_foreign(e):
        """Whether Java threw it: a StackOverflowError, since Java's functions return whatever else there is."""
        return type(e).__name__ == "ForeignException"

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
        return new_java_object(JavaObject, (held, get, do))

    def held(o):
        """What a JavaObject holds; None for any other object, and for one that holds nothing."""
        try:
            return java_of(o)[0] if is_java_object(o) else None
        except TypeError:
            return None

    no_stack = Raised(None)

    def java_error(throwable):
        error = JavaError()
        error.held = throwable
        return Raised(error)

    def throwable(error):
        return error.held if type(error) is JavaError else missing if is_foreign(error) else None

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
