import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyHashMap;

/** GraalPy by the polyglot API, in a context that is entered around its loops; Java's collector owns the references. */
public final class GraalPyPeer extends Peer {
    private final Context context;
    private final Value names;

    private GraalPyPeer(Context context) {
        this.context = context;
        context.eval("python", "from workload import *\nthing = Thing()");
        names = context.getBindings("python");
        references();
        values();
        calls();
        items();
        containers();
        errorsAndCallbacks();
        cannot("NumPy's binary wheels do not load", "numpy-lend", "numpy-borrow", "numpy-copy");
    }

    public static void main(String[] arguments) throws Exception {
        try (Context context = Context.newBuilder("python")
                .allowAllAccess(true)
                .option("python.PythonPath", System.getenv().getOrDefault("PYTHONPATH", ""))
                .build()) {
            if (arguments.length == 0) {
                String version = context.eval("python", "__import__('platform').python_version()")
                        .asString();
                Engine engine = context.getEngine();
                new GraalPyPeer(context)
                        .serve("GraalPy 25.0.3 (" + engine.getImplementationName() + "), Python "
                                + version);
            } else if (context.eval("python", "1 + 1").asLong() == 2) {
                printPeak();
            }
        }
    }

    private Value eval(String expression) {
        return context.eval("python", expression);
    }

    private void entered(String name, int units, Body body) {
        measure(name, units, n -> {
            context.enter();
            try {
                body.run(n);
            } finally {
                context.leave();
            }
        });
    }

    private void entered(String name, Body body) {
        entered(name, 1, body);
    }

    private void references() {
        Body attach = n -> {
            for (int i = 0; i < n; i++) {
                context.enter();
                context.leave();
            }
        };
        measure("attach", attach);
        entered("attach-nested", attach);
        cannot("references have no count to take or give", "reference", "drop-detached");
        value("reference-bytes", () -> heapGrowth(n -> consumed += n, () -> {
            Value[] held = new Value[MILLION];
            for (int i = 0; i < MILLION; i++) {
                held[i] = names.getMember("thing");
            }
            return held;
        }));
        Value nothing = names.getMember("nothing");
        timed("threads-8", 1, n -> eightThreads(n, () -> each -> {
            for (int i = 0; i < each; i++) {
                nothing.execute();
            }
        }));
    }

    private void values() {
        entered("int-make", n -> {
            for (int i = 0; i < n; i++) {
                consumed += context.asValue(1000L + i).isNull() ? 1 : 0;
            }
        });
        entered("int-round", n -> {
            for (int i = 0; i < n; i++) {
                consumed += context.asValue(1000L + i).asLong();
            }
        });
        Value number = eval("1234");
        entered("int-read", n -> {
            for (int i = 0; i < n; i++) {
                consumed += number.asLong();
            }
        });
        entered("float-make", n -> {
            for (int i = 0; i < n; i++) {
                consumed += context.asValue(i * 0.5).isNull() ? 1 : 0;
            }
        });
        Value real = eval("1.5");
        entered("float-read", n -> {
            for (int i = 0; i < n; i++) {
                consumed += (long) real.asDouble();
            }
        });
        Map.of("string-20", ASCII, "string-1000", RUSSIAN).forEach((name, text) -> {
            String[] texts = texts(text);
            entered(name + "-make", n -> {
                for (int i = 0; i < n; i++) {
                    names.putMember("text", texts[i & 15]);
                }
            });
            Value strings = eval("lambda text: texts(text, 64)").execute(texts[0]);
            Value[] python = new Value[64];
            for (int i = 0; i < 64; i++) {
                python[i] = strings.getArrayElement(i);
            }
            entered(name + "-read", n -> {
                for (int i = 0; i < n; i++) {
                    consumed += python[i & 63].asString().length();
                }
            });
        });
    }

    private void calls() {
        Value nothing = names.getMember("nothing");
        entered("call-0", n -> {
            for (int i = 0; i < n; i++) {
                nothing.execute();
            }
        });
        Value add = names.getMember("add");
        entered("call-2", n -> {
            for (int i = 0; i < n; i++) {
                consumed += add.execute(1000L + i, 2000L).asLong();
            }
        });
        Value keywords = eval("lambda positional, named: add(*positional, **named)");
        entered("call-keywords", n -> {
            for (int i = 0; i < n; i++) {
                consumed += keywords.execute(
                                (Object) new Object[] {1000L + i},
                                ProxyHashMap.from(Map.of("b", 2000L)))
                        .asLong();
            }
        });
        Value thing = names.getMember("thing");
        entered("attribute-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += thing.getMember("x").asLong();
            }
        });
        entered("attribute-set", n -> {
            for (int i = 0; i < n; i++) {
                thing.putMember("x", 1000L + i);
            }
        });
    }

    private void items() {
        Value list = eval("[1000 + i for i in range(64)]");
        entered("item-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += list.getArrayElement(i & 63).asLong();
            }
        });
        entered("item-set", n -> {
            for (int i = 0; i < n; i++) {
                list.setArrayElement(i & 63, 1000L + i);
            }
        });
        Value dict = eval("{}");
        String[] keys = keys();
        for (String key : keys) {
            dict.putHashEntry(key, 1000L);
        }
        entered("dict-set", n -> {
            for (int i = 0; i < n; i++) {
                dict.putHashEntry(keys[i % keys.length], 1000L + i);
            }
        });
        entered("dict-get", n -> {
            for (int i = 0; i < n; i++) {
                consumed += dict.getHashValue(keys[i % keys.length]).asLong();
            }
        });
    }

    private void containers() {
        Value million = eval("numbers(1000000)");
        iterate("list-iterate", million);
        iterate("tuple-iterate", eval("tuple(range(1000000))"));
        iterate("set-iterate", eval("set(range(1000000))"));
        Value dict = eval("{i: i for i in range(1000000)}");
        entered("dict-iterate", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                Value entries = dict.getHashEntriesIterator();
                while (entries.hasIteratorNextElement()) {
                    Value entry = entries.getIteratorNextElement();
                    consumed += entry.getArrayElement(0).asLong() + entry.getArrayElement(1).asLong();
                }
            }
        });
        entered("list-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                Value append = eval("[]").getMember("append");
                for (long j = 0; j < MILLION; j++) {
                    append.execute(j);
                }
            }
        });
        entered("set-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                Value add = eval("set()").getMember("add");
                for (long j = 0; j < MILLION; j++) {
                    add.execute(j);
                }
            }
        });
        entered("dict-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                Value built = eval("{}");
                for (long j = 0; j < MILLION; j++) {
                    built.putHashEntry(j, j);
                }
            }
        });
        long[] longs = longs();
        Value tuple = eval("tuple");
        entered("tuple-build", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                tuple.execute((Object) longs);
            }
        });
        Value list = eval("list");
        entered("longs-to-list", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                list.execute((Object) longs);
            }
        });
        entered("list-to-longs", MILLION, n -> {
            for (int i = 0; i < n; i++) {
                consumed += million.as(long[].class)[i % MILLION];
            }
        });
        Value[] types = new Value[5];
        Value[] ladder = new Value[5];
        for (int i = 0; i < 5; i++) {
            types[i] = eval(new String[] {"float", "list", "dict", "str", "int"}[i]);
            ladder[i] = eval("LADDER[" + i + "]");
        }
        entered("ladder", n -> {
            for (int i = 0; i < n; i++) {
                int step = 0;
                while (!types[step].isMetaInstance(ladder[i % 5])) {
                    step++;
                }
                consumed += step;
            }
        });
    }

    private void iterate(String name, Value container) {
        entered(name, MILLION, n -> {
            for (int i = 0; i < n; i++) {
                Value iterator = container.getIterator();
                while (iterator.hasIteratorNextElement()) {
                    consumed += iterator.getIteratorNextElement().asLong();
                }
            }
        });
    }

    private void errorsAndCallbacks() {
        Value fail = names.getMember("fail");
        entered("error-caught", n -> {
            for (int i = 0; i < n; i++) {
                try {
                    fail.execute();
                } catch (PolyglotException e) {
                    consumed += e.getGuestObject().getMetaObject().getMetaSimpleName().length();
                }
            }
        });
        Runnable throwing = () -> {
            throw new IllegalArgumentException("no");
        };
        LongUnaryOperator increment = x -> x + 1;
        LongUnaryOperator negative = x -> -x;
        // Python's own function catches Exception, which an exception of Java is not there.
        eval("""
                def catch_all(function, n):
                    caught = 0
                    for _ in range(n):
                        try:
                            function()
                        except BaseException:
                            caught += 1
                    return caught
                """);
        loop("error-thrown", 1, "catch_all", throwing);
        loop("callback-function", 1, "chain", increment);
        loop("callback-sorted", 1000, "sort", negative);
        loop("callback-method", 1, "chain_method", new Counter(1));
        loop("export-construct", 1, "construct", eval("__import__('java').type('Peer$Counter')"));
    }

    private void loop(String name, int units, String function, Object argument) {
        Value callable = names.getMember(function);
        entered(name, units, n -> callable.execute(argument, n));
    }
}
