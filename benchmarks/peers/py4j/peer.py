"""Py4J: Python is the program, Java another process, and each calls the other over sockets. Its first argument is the
class path."""

import os
import sys

import workload
from protocol import cannot, measure, print_peak, serve, timed
from py4j.java_gateway import CallbackServerParameters, GatewayParameters, JavaGateway, launch_gateway

THOUSAND = 1000  # a call takes a tenth of a millisecond, and so does an element

java = os.path.join(os.environ["JAVA_HOME"], "bin", "java")
port, process = launch_gateway(classpath=sys.argv[1], java_path=java, die_on_exit=True, return_proc=True)
gateway = JavaGateway(
    gateway_parameters=GatewayParameters(port=port, auto_convert=True),
    callback_server_parameters=CallbackServerParameters(port=0),
)
callbacks = gateway.get_callback_server().get_listening_port()
gateway.java_gateway_server.resetCallbackClient(
    gateway.java_gateway_server.getCallbackClient().getAddress(), callbacks
)
Loops = gateway.jvm.Loops
Counter = gateway.jvm.Loops.Counter


class Nothing:
    """A Python function that Java calls by an interface."""

    def __init__(self, function):
        self.function = function

    def call(self):
        return self.function()

    class Java:
        implements = ["Loops$Nothing"]


class Add:
    def applyAsLong(self, a, b):
        return workload.add(a, b)

    class Java:
        implements = ["java.util.function.LongBinaryOperator"]


cannot(
    "Java holds no references to Python's objects, only interfaces that Python implements",
    *("attach", "attach-nested", "reference", "reference-bytes", "drop-detached", "ladder"),
    *("int-make", "int-read", "int-round", "float-make", "float-read"),
    *("attribute-get", "attribute-set", "item-get", "item-set", "dict-get", "dict-set"),
    *("list-iterate", "tuple-iterate", "dict-iterate", "set-iterate"),
    *("list-build", "tuple-build", "dict-build", "set-build"),
)
cannot("an interface has no keywords", "call-keywords")
cannot("no memory is shared between processes", "numpy-lend", "numpy-borrow")


def strings(name, text):
    def make(n):
        for _ in range(n):
            Loops.text(text)

    def read(n):
        for _ in range(n):
            Loops.length(text)

    measure(name + "-make", make)
    measure(name + "-read", read)


strings("string-20", "a" * 20)
strings("string-1000", "\u0436" * 1000)

nothing = Nothing(workload.nothing)
fail = Nothing(workload.fail)
timed("call-0", lambda n: Loops.nothing(nothing, n))
timed("call-2", lambda n: Loops.add(Add(), n))
timed("error-caught", lambda n: Loops.caught(fail, n))
timed("threads-8", lambda n: Loops.threads(nothing, n))

measure("error-thrown", lambda n: workload.catch(Loops.fail, n))
measure("callback-function", lambda n: workload.chain(Loops.increment, n))
measure("callback-sorted", lambda n: workload.sort(Loops.negative, n), 1000)
measure("callback-method", lambda n: workload.chain_method(Counter(1), n))
measure("export-construct", lambda n: workload.construct(Counter, n))

longs = Loops.longs(THOUSAND)
doubles = Loops.doubles(THOUSAND)
numbers = workload.numbers(THOUSAND)


def to_list(n):
    for _ in range(n):
        list(longs)


def to_longs(n):
    for _ in range(n):
        array = gateway.new_array(gateway.jvm.long, THOUSAND)
        for i, number in enumerate(numbers):
            array[i] = number


measure("longs-to-list", to_list, THOUSAND)
measure("list-to-longs", to_longs, THOUSAND)
cannot("arrays cross element by element", "numpy-copy")

if sys.argv[2:] == ["start"]:
    if Loops.increment(1) == 2:
        print_peak(process.pid)
else:
    serve(f"Py4J 0.10.9.9, CPython {sys.version.split()[0]}")
gateway.shutdown()
