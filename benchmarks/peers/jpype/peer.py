"""JPype: Python is the program, and Java calls it through its interfaces. Its first argument is the class path."""

import sys

import jpype
import workload
from protocol import MILLION, cannot, measure, print_peak, serve, timed

jpype.startJVM("--enable-native-access=ALL-UNNAMED", classpath=sys.argv[1].split(":"))
Loops = jpype.JClass("Loops")
if sys.argv[2:] == ["start"]:
    if Loops.add(workload.add, 1) > 0:
        print_peak()
    sys.exit()

import jpype.nio
import numpy
from jpype import JArray, JDouble, JLong, JString

Counter = jpype.JClass("Loops$Counter")

cannot(
    "Java holds no references to Python's objects, only interfaces that Python implements",
    *("attach", "attach-nested", "reference", "reference-bytes", "drop-detached", "ladder"),
    *("int-make", "int-read", "int-round", "float-make", "float-read"),
    *("attribute-get", "attribute-set", "item-get", "item-set", "dict-get", "dict-set"),
    *("list-iterate", "tuple-iterate", "dict-iterate", "set-iterate"),
    *("list-build", "tuple-build", "dict-build", "set-build"),
)
cannot("an interface has no keywords", "call-keywords")


def strings(name, text):
    java = Loops.texts(text)
    python = [str(item) for item in java]

    def make(n):
        for i in range(n):
            str(java[i & 15])

    def read(n):
        for i in range(n):
            JString(python[i & 15])

    measure(name + "-make", make)
    measure(name + "-read", read)


strings("string-20", "a" * 19)
strings("string-1000", "\u0436" * 999)

nothing = jpype.JProxy("Loops$Nothing", dict={"call": workload.nothing})
fail = jpype.JProxy("Loops$Nothing", dict={"call": workload.fail})
timed("call-0", lambda n: Loops.nothing(nothing, n))
timed("call-2", lambda n: Loops.add(workload.add, n))
timed("error-caught", lambda n: Loops.caught(fail, n))
timed("threads-8", lambda n: Loops.threads(nothing, n))

measure("error-thrown", lambda n: workload.catch(Loops.fail, n))
measure("callback-function", lambda n: workload.chain(Loops.increment, n))
measure("callback-sorted", lambda n: workload.sort(Loops.negative, n), 1000)
measure("callback-method", lambda n: workload.chain_method(Counter(1), n))
measure("export-construct", lambda n: workload.construct(Counter, n))

longs = Loops.longs(MILLION)
numbers = workload.numbers(MILLION)
array = workload.doubles(MILLION)
buffer = Loops.buffer(MILLION)


def repeated(operation):
    def run(n):
        for _ in range(n):
            operation()

    return run


measure("longs-to-list", repeated(lambda: numpy.asarray(longs).tolist()), MILLION)
measure("list-to-longs", repeated(lambda: JArray(JLong)(numbers)), MILLION)
measure("numpy-lend", repeated(lambda: numpy.frombuffer(buffer)))
measure("numpy-borrow", repeated(lambda: jpype.nio.convertToDirectBuffer(array).asDoubleBuffer().get(1)))
measure("numpy-copy", repeated(lambda: JArray(JDouble)(array)))

serve(f"JPype {jpype.__version__}, CPython {sys.version.split()[0]}")
