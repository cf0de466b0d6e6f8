package dev.sanca.benchmarks;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyIterator;
import dev.sanca.types.PyList;

/** What a loop does with each element: makes one reference, reads it, and is done with it. */
enum LoopWork {
    LIST("list of ints: each taken and read") {
        @Override
        Element prepare(Python py, int elements) {
            PyList list =
                    py.eval("list(range(1000, 1000 + %d))".formatted(elements)).cast(PyList.class);
            return i -> read(list.get(i));
        }
    },
    GENERATOR("generator: the next int, a new one") {
        @Override
        Element prepare(Python py, int elements) {
            PyIterator generator =
                    py.eval("(i for i in __import__('itertools').count(1000))").iterator();
            return i -> read(generator.next());
        }
    },
    CALL("function called: a new int") {
        @Override
        Element prepare(Python py, int elements) {
            PyAny function = py.eval("lambda i: i + 1000");
            return i -> read(function.call(i));
        }
    },
    ATTRIBUTE("attribute read: a new float") {
        @Override
        Element prepare(Python py, int elements) {
            PyAny number = py.eval("1.5 + 2j");
            return i -> {
                PyAny real = number.getAttr("real");
                try {
                    return (long) real.asDouble();
                } finally {
                    OwnershipLoop.done(real);
                }
            };
        }
    },
    STRING("`py.string` of 20 characters") {
        @Override
        Element prepare(Python py, int elements) {
            String[] texts = texts();
            return i -> {
                PyAny string = py.string(texts[i % TEXTS]);
                try {
                    return string.len();
                } finally {
                    OwnershipLoop.done(string);
                }
            };
        }
    },
    DICT("dict: the value of a string") {
        @Override
        Element prepare(Python py, int elements) {
            PyAny dict = py.dict();
            String[] texts = texts();
            for (int i = 0; i < TEXTS; i++) {
                dict.setItem(texts[i], 1000 + i);
            }
            return i -> read(dict.getItem(texts[i % TEXTS]));
        }
    };

    private static final int TEXTS = 1000;

    /** What the table calls it. */
    final String text;

    LoopWork(String text) {
        this.text = text;
    }

    /** The body of a loop, for one index. */
    interface Element {
        long at(int i);
    }

    /** Makes what the loop works on, in the innermost scope. */
    abstract Element prepare(Python py, int elements);

    private static long read(PyAny number) {
        try {
            return number.asLong();
        } finally {
            OwnershipLoop.done(number);
        }
    }

    private static String[] texts() {
        String[] texts = new String[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = "the text of number %03d".formatted(i).substring(3);
        }
        return texts;
    }
}
