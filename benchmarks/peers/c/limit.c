/* The limit: what the same work takes in C, by the calls of the C API that Python's own documentation names for it. */
#define PY_SSIZE_T_CLEAN
#define _GNU_SOURCE
#include <Python.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MILLION 1000000
#define KEYS 100000
#define THREADS 8

static volatile int64_t consumed;
static int64_t timed = -1; /* set by workloads that prepare something outside their time */

static PyObject *workload;
static PyObject *function_nothing, *function_add, *thing, *fail, *list64, *ladder, *million, *frombuffer;
static PyObject *name_x, *name_b, *keyword_names;

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static PyObject *checked(PyObject *object) {
    if (!object) {
        PyErr_Print();
        exit(1);
    }
    return object;
}

static PyObject *get(const char *name) {
    return checked(PyObject_GetAttrString(workload, name));
}

/* ---- threads and references ---- */

static void attach(int64_t n) {
    PyThreadState *state = PyEval_SaveThread();
    int64_t start = now();
    for (int64_t i = 0; i < n; i++) {
        PyEval_RestoreThread(state);
        state = PyEval_SaveThread();
    }
    timed = now() - start;
    PyEval_RestoreThread(state);
}

static void attach_nested(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyGILState_STATE state = PyGILState_Ensure();
        consumed += state;
        PyGILState_Release(state);
    }
}

static void reference(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *volatile copy = Py_NewRef(thing);
        Py_DECREF(copy);
    }
}

/* ---- values ---- */

static void int_make(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *volatile made = PyLong_FromLongLong(1000 + i);
        Py_DECREF(made);
    }
}

static void int_read(int64_t n) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        sum += PyLong_AsLongLong(PyList_GET_ITEM(list64, i & 63));
    }
    consumed += sum;
}

static void int_round(int64_t n) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *volatile made = PyLong_FromLongLong(1000 + i);
        sum += PyLong_AsLongLong(made);
        Py_DECREF(made);
    }
    consumed += sum;
}

static void float_make(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *volatile made = PyFloat_FromDouble(i * 0.5);
        Py_DECREF(made);
    }
}

static PyObject *floats;

static void float_read(int64_t n) {
    double sum = 0;
    for (int64_t i = 0; i < n; i++) {
        sum += PyFloat_AsDouble(PyList_GET_ITEM(floats, i & 63));
    }
    consumed += (int64_t)sum;
}

static char ascii[20], russian[2000];
static PyObject *ascii64, *russian64;

static void string_make(int64_t n, char *text, Py_ssize_t size, int vary) {
    for (int64_t i = 0; i < n; i++) {
        text[vary] = 'a' + (i & 15);
        PyObject *volatile made = PyUnicode_FromStringAndSize(text, size);
        Py_DECREF(made);
    }
}

static void string_20_make(int64_t n) {
    string_make(n, ascii, sizeof ascii, 0);
}

static char russian_varied[2001];

static void string_1000_make(int64_t n) {
    string_make(n, russian_varied, sizeof russian_varied, 0);
}

static Py_UCS2 russian_ucs2[1000];

static void string_1000_ucs2(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        russian_ucs2[0] = 'a' + (i & 15);
        PyObject *volatile made = PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, russian_ucs2, 1000);
        Py_DECREF(made);
    }
}

static void string_read(int64_t n, PyObject *strings) {
    char copy[4096];
    for (int64_t i = 0; i < n; i++) {
        Py_ssize_t size;
        const char *text = PyUnicode_AsUTF8AndSize(PyList_GET_ITEM(strings, i & 63), &size);
        memcpy(copy, text, size);
        consumed += ((volatile char *)copy)[size - 1];
    }
}

static void string_20_read(int64_t n) {
    string_read(n, ascii64);
}

static void string_1000_read(int64_t n) {
    string_read(n, russian64);
}

/* ---- calls, attributes, items ---- */

static void call_0(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        Py_DECREF(checked(PyObject_CallNoArgs(function_nothing)));
    }
}

static void call_add(int64_t n, PyObject *names) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *stack[3] = {NULL, PyLong_FromLongLong(1000 + i), PyLong_FromLongLong(2000)};
        size_t positional = names ? 1 : 2;
        PyObject *result =
            checked(PyObject_Vectorcall(function_add, stack + 1, positional | PY_VECTORCALL_ARGUMENTS_OFFSET, names));
        sum += PyLong_AsLongLong(result);
        Py_DECREF(result);
        Py_DECREF(stack[1]);
        Py_DECREF(stack[2]);
    }
    consumed += sum;
}

static void call_2(int64_t n) {
    call_add(n, NULL);
}

static void call_keywords(int64_t n) {
    call_add(n, keyword_names);
}

static void attribute_get(int64_t n) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *value = checked(PyObject_GetAttr(thing, name_x));
        sum += PyLong_AsLongLong(value);
        Py_DECREF(value);
    }
    consumed += sum;
}

static void attribute_set(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *value = PyLong_FromLongLong(1000 + i);
        PyObject_SetAttr(thing, name_x, value);
        Py_DECREF(value);
    }
}

static void item_get(int64_t n) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *value = Py_NewRef(PyList_GetItem(list64, i & 63));
        sum += PyLong_AsLongLong(value);
        Py_DECREF(value);
    }
    consumed += sum;
}

static void item_set(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyList_SetItem(list64, i & 63, PyLong_FromLongLong(1000 + i));
    }
}

static char keys[KEYS][16];
static PyObject *keyed;

static void dict_set(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *key = PyUnicode_FromString(keys[i % KEYS]), *value = PyLong_FromLongLong(1000 + i);
        PyDict_SetItem(keyed, key, value);
        Py_DECREF(key);
        Py_DECREF(value);
    }
}

static void dict_get(int64_t n) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *key = PyUnicode_FromString(keys[i % KEYS]);
        PyObject *value = Py_NewRef(PyDict_GetItemWithError(keyed, key));
        sum += PyLong_AsLongLong(value);
        Py_DECREF(value);
        Py_DECREF(key);
    }
    consumed += sum;
}

/* ---- containers of a million ---- */

static PyObject *million_tuple, *million_set, *million_dict;
static int64_t *longs;

static void iterate(int64_t n, PyObject *container) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *iterator = PyObject_GetIter(container), *item;
        while ((item = PyIter_Next(iterator))) {
            sum += PyLong_AsLongLong(item);
            Py_DECREF(item);
        }
        Py_DECREF(iterator);
    }
    consumed += sum;
}

static void list_iterate(int64_t n) {
    iterate(n, million);
}

static void tuple_iterate(int64_t n) {
    iterate(n, million_tuple);
}

static void set_iterate(int64_t n) {
    iterate(n, million_set);
}

static void dict_iterate(int64_t n) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *key, *value;
        Py_ssize_t at = 0;
        while (PyDict_Next(million_dict, &at, &key, &value)) {
            Py_INCREF(key);
            Py_INCREF(value);
            sum += PyLong_AsLongLong(key) + PyLong_AsLongLong(value);
            Py_DECREF(key);
            Py_DECREF(value);
        }
    }
    consumed += sum;
}

static void list_build(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *list = PyList_New(0);
        for (int64_t j = 0; j < MILLION; j++) {
            PyObject *value = PyLong_FromLongLong(j);
            PyList_Append(list, value);
            Py_DECREF(value);
        }
        Py_DECREF(list);
    }
}

static void tuple_build(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *tuple = PyTuple_New(MILLION);
        for (int64_t j = 0; j < MILLION; j++) {
            PyTuple_SET_ITEM(tuple, j, PyLong_FromLongLong(longs[j]));
        }
        Py_DECREF(tuple);
    }
}

static void dict_build(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *dict = PyDict_New();
        for (int64_t j = 0; j < MILLION; j++) {
            PyObject *key = PyLong_FromLongLong(j), *value = PyLong_FromLongLong(j);
            PyDict_SetItem(dict, key, value);
            Py_DECREF(key);
            Py_DECREF(value);
        }
        Py_DECREF(dict);
    }
}

static void set_build(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *set = PySet_New(NULL);
        for (int64_t j = 0; j < MILLION; j++) {
            PyObject *value = PyLong_FromLongLong(j);
            PySet_Add(set, value);
            Py_DECREF(value);
        }
        Py_DECREF(set);
    }
}

static void longs_to_list(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *list = PyList_New(MILLION);
        for (int64_t j = 0; j < MILLION; j++) {
            PyList_SET_ITEM(list, j, PyLong_FromLongLong(longs[j]));
        }
        Py_DECREF(list);
    }
}

static void list_to_longs(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        int64_t *array = malloc(sizeof *array * MILLION);
        for (int64_t j = 0; j < MILLION; j++) {
            array[j] = PyLong_AsLongLong(PyList_GET_ITEM(million, j));
        }
        consumed += ((volatile int64_t *)array)[i % MILLION];
        free(array);
    }
}

static void ladder_climb(int64_t n) {
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++) {
        PyObject *object = PyList_GET_ITEM(ladder, i % 5);
        sum += PyFloat_Check(object)     ? 1
               : PyList_Check(object)    ? 2
               : PyDict_Check(object)    ? 3
               : PyUnicode_Check(object) ? 4
               : PyLong_Check(object)    ? 5
                                         : 0;
    }
    consumed += sum;
}

/* ---- errors and callbacks ---- */

static void error_caught(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *result = PyObject_CallNoArgs(fail);
        if (!result && PyErr_ExceptionMatches(PyExc_ValueError)) {
            PyObject *type, *value, *traceback;
            PyErr_Fetch(&type, &value, &traceback);
            consumed += value != NULL;
            Py_XDECREF(type);
            Py_XDECREF(value);
            Py_XDECREF(traceback);
        }
    }
}

static PyObject *throws(PyObject *self, PyObject *ignored) {
    PyErr_SetString(PyExc_ValueError, "no");
    return NULL;
}

static PyObject *increment(PyObject *self, PyObject *argument) {
    return PyLong_FromLongLong(PyLong_AsLongLong(argument) + 1);
}

static PyObject *negative(PyObject *self, PyObject *argument) {
    return PyLong_FromLongLong(-PyLong_AsLongLong(argument));
}

static PyMethodDef methods[] = {
    {"throws", throws, METH_NOARGS, NULL}, {"increment", increment, METH_O, NULL}, {"negative", negative, METH_O, NULL}};

typedef struct {
    PyObject_HEAD int64_t value;
} Counter;

static int counter_init(PyObject *self, PyObject *args, PyObject *kwargs) {
    PyObject *value;
    if (!PyArg_UnpackTuple(args, "Counter", 1, 1, &value)) {
        return -1;
    }
    ((Counter *)self)->value = PyLong_AsLongLong(value);
    return 0;
}

static PyObject *counter_increment(PyObject *self, PyObject *argument) {
    return PyLong_FromLongLong(((Counter *)self)->value + PyLong_AsLongLong(argument));
}

static PyMethodDef counter_methods[] = {{"increment", counter_increment, METH_O, NULL}, {NULL}};
static PyType_Slot counter_slots[] = {
    {Py_tp_new, PyType_GenericNew}, {Py_tp_init, counter_init}, {Py_tp_methods, counter_methods}, {0, NULL}};
static PyType_Spec counter_spec = {"Counter", sizeof(Counter), 0, Py_TPFLAGS_DEFAULT, counter_slots};
static PyObject *counter_type, *counter;

static void run_python(const char *name, PyObject *argument, int64_t n) {
    PyObject *function = get(name);
    Py_DECREF(checked(PyObject_CallFunction(function, "OL", argument, (long long)n)));
    Py_DECREF(function);
}

static void run_function(const char *name, int which, int64_t n) {
    PyObject *function = PyCFunction_New(&methods[which], NULL);
    run_python(name, function, n);
    Py_DECREF(function);
}

static void error_thrown(int64_t n) {
    run_function("catch", 0, n);
}

static void callback_function(int64_t n) {
    run_function("chain", 1, n);
}

static void callback_sorted(int64_t n) {
    run_function("sort", 2, n);
}

static void callback_method(int64_t n) {
    run_python("chain_method", counter, n);
}

static void export_construct(int64_t n) {
    run_python("construct", counter_type, n);
}

/* ---- buffers ---- */

static double *data;
static PyObject *array;

static void numpy_lend(int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        PyObject *view = PyMemoryView_FromMemory((char *)data, 8 * MILLION, PyBUF_WRITE);
        Py_DECREF(checked(PyObject_CallOneArg(frombuffer, view)));
        Py_DECREF(view);
    }
}

static void numpy_borrow(int64_t n) {
    double sum = 0;
    for (int64_t i = 0; i < n; i++) {
        Py_buffer view;
        PyObject_GetBuffer(array, &view, PyBUF_SIMPLE);
        sum += ((double *)view.buf)[i % MILLION];
        PyBuffer_Release(&view);
    }
    consumed += (int64_t)sum;
}

static void numpy_copy(int64_t n) {
    double *copy = malloc(8 * MILLION);
    for (int64_t i = 0; i < n; i++) {
        Py_buffer view;
        PyObject_GetBuffer(array, &view, PyBUF_SIMPLE);
        memcpy(copy, view.buf, view.len);
        consumed += (int64_t)((volatile double *)copy)[i % MILLION];
        PyBuffer_Release(&view);
    }
    free(copy);
}

/* ---- many threads ---- */

static int64_t per_thread;
static pthread_barrier_t barrier;

static void *thread(void *argument) {
    PyThreadState *state = PyThreadState_New(PyInterpreterState_Main());
    pthread_barrier_wait(&barrier);
    for (int64_t i = 0; i < per_thread; i++) {
        PyEval_RestoreThread(state);
        Py_DECREF(checked(PyObject_CallNoArgs(function_nothing)));
        PyEval_SaveThread();
    }
    pthread_barrier_wait(&barrier);
    PyEval_RestoreThread(state);
    PyThreadState_Clear(state);
    PyThreadState_DeleteCurrent();
    return NULL;
}

static void threads_8(int64_t n) {
    PyThreadState *state = PyEval_SaveThread();
    pthread_t threads[THREADS];
    per_thread = (n + THREADS - 1) / THREADS;
    pthread_barrier_init(&barrier, NULL, THREADS + 1);
    for (int i = 0; i < THREADS; i++) {
        pthread_create(&threads[i], NULL, thread, NULL);
    }
    pthread_barrier_wait(&barrier);
    int64_t start = now();
    pthread_barrier_wait(&barrier);
    timed = (now() - start) * n / (per_thread * THREADS);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
    }
    PyEval_RestoreThread(state);
}

/* C has no pool of its own; this is the least that another thread could fill. */
static void drop_detached(int64_t n) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    PyObject **held = malloc(sizeof *held * MILLION), **pool = malloc(sizeof *held * MILLION);
    int64_t total = 0;
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < MILLION; j++) {
            held[j] = Py_NewRef(PyList_GET_ITEM(million, j));
        }
        PyThreadState *state = PyEval_SaveThread();
        int64_t start = now(), size = 0;
        for (int64_t j = 0; j < MILLION; j++) {
            pthread_mutex_lock(&lock);
            pool[size++] = held[j];
            pthread_mutex_unlock(&lock);
        }
        PyEval_RestoreThread(state);
        for (int64_t j = 0; j < size; j++) {
            Py_DECREF(pool[j]);
        }
        total += now() - start;
    }
    timed = total;
    free(held);
    free(pool);
}

/* ---- the protocol ---- */

static struct {
    const char *name;
    void (*run)(int64_t);
    int64_t units;
    int64_t count;
} table[] = {
    {"attach", attach, 1},
    {"attach-nested", attach_nested, 1},
    {"reference", reference, 1},
    {"int-make", int_make, 1},
    {"int-read", int_read, 1},
    {"int-round", int_round, 1},
    {"float-make", float_make, 1},
    {"float-read", float_read, 1},
    {"string-20-make", string_20_make, 1},
    {"string-20-read", string_20_read, 1},
    {"string-1000-make", string_1000_make, 1},
    {"string-1000-ucs2", string_1000_ucs2, 1},
    {"string-1000-read", string_1000_read, 1},
    {"call-0", call_0, 1},
    {"call-2", call_2, 1},
    {"call-keywords", call_keywords, 1},
    {"attribute-get", attribute_get, 1},
    {"attribute-set", attribute_set, 1},
    {"item-get", item_get, 1},
    {"item-set", item_set, 1},
    {"dict-set", dict_set, 1},
    {"dict-get", dict_get, 1},
    {"list-iterate", list_iterate, MILLION},
    {"tuple-iterate", tuple_iterate, MILLION},
    {"dict-iterate", dict_iterate, MILLION},
    {"set-iterate", set_iterate, MILLION},
    {"list-build", list_build, MILLION},
    {"tuple-build", tuple_build, MILLION},
    {"dict-build", dict_build, MILLION},
    {"set-build", set_build, MILLION},
    {"longs-to-list", longs_to_list, MILLION},
    {"list-to-longs", list_to_longs, MILLION},
    {"ladder", ladder_climb, 1},
    {"error-caught", error_caught, 1},
    {"error-thrown", error_thrown, 1},
    {"callback-function", callback_function, 1},
    {"callback-method", callback_method, 1},
    {"callback-sorted", callback_sorted, 1000},
    {"export-construct", export_construct, 1},
    {"numpy-lend", numpy_lend, 1},
    {"numpy-borrow", numpy_borrow, 1},
    {"numpy-copy", numpy_copy, 1},
    {"threads-8", threads_8, 1},
    {"drop-detached", drop_detached, MILLION},
};

static void answer(const char *name, double millis) {
    if (!strcmp(name, "reference-bytes")) {
        printf("%s %zu\n", name, sizeof(PyObject *));
        return;
    }
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strcmp(table[i].name, name)) {
            continue;
        }
        int64_t count = table[i].count ? table[i].count : 1, target = (int64_t)(millis * 1e6);
        for (;;) {
            timed = -1;
            int64_t start = now();
            table[i].run(count);
            int64_t took = timed >= 0 ? timed : now() - start;
            double factor = target / (double)(took > 0 ? took : 1);
            int64_t next = (int64_t)(count * (factor > 10 ? 10 : factor));
            table[i].count = next > 1 ? next : 1;
            if (took * 2 >= target || next <= count) {
                printf("%s %.4f\n", name, took / (double)count / table[i].units);
                return;
            }
            count = table[i].count;
        }
    }
    printf("%s - no such workload\n", name);
}

static PyObject *eval(const char *expression) {
    PyObject *globals = PyModule_GetDict(workload);
    return checked(PyRun_String(expression, Py_eval_input, globals, globals));
}

static void prepare(void) {
    workload = checked(PyImport_ImportModule("workload"));
    function_nothing = get("nothing");
    function_add = get("add");
    fail = get("fail");
    ladder = get("LADDER");
    thing = eval("Thing()");
    list64 = eval("[1000 + i for i in range(64)]");
    floats = eval("[i / 2 for i in range(64)]");
    million = eval("numbers(1000000)");
    million_tuple = eval("tuple(numbers(1000000))");
    million_set = eval("set(numbers(1000000))");
    million_dict = eval("{i: i for i in range(1000000)}");
    ascii64 = eval("texts('a' * 20, 64)");
    russian64 = eval("texts('\\u0436' * 1000, 64)");
    keyed = PyDict_New();
    name_x = PyUnicode_InternFromString("x");
    name_b = PyUnicode_InternFromString("b");
    keyword_names = checked(PyTuple_Pack(1, name_b));
    memset(ascii, 'a', sizeof ascii);
    for (int i = 0; i < 1000; i++) {
        memcpy(russian + 2 * i, "\xd0\xb6", 2);
        russian_ucs2[i] = 0x436;
    }
    russian_varied[0] = 'a';
    memcpy(russian_varied + 1, russian, sizeof russian);
    for (int i = 0; i < KEYS; i++) {
        snprintf(keys[i], sizeof keys[i], "key-%d", i);
    }
    longs = malloc(sizeof *longs * MILLION);
    data = malloc(sizeof *data * MILLION);
    for (int i = 0; i < MILLION; i++) {
        longs[i] = i;
        data[i] = i;
    }
    array = eval("doubles(1000000)");
    frombuffer = get("from_buffer");
    dict_set(KEYS);
    counter_type = checked(PyType_FromSpec(&counter_spec));
    counter = checked(PyObject_CallFunction(counter_type, "i", 1));
}

static void print_peak(void) {
    char line[256];
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) {
        long kilobytes;
        if (sscanf(line, "VmHWM: %ld", &kilobytes) == 1) {
            printf("started %ld\n", kilobytes);
        }
    }
}

int main(int argc, char **argv) {
    char name[64];
    double millis;
    setvbuf(stdout, NULL, _IOLBF, 0);
    Py_InitializeEx(0);
    if (argc > 1 && !strcmp(argv[1], "start")) {
        PyObject *globals = PyDict_New();
        PyObject *result = checked(PyRun_String("1 + 1", Py_eval_input, globals, globals));
        if (PyLong_AsLong(result) == 2) {
            print_peak();
        }
        return 0;
    }
    prepare();
    printf("ready C, CPython %s\n", PY_VERSION);
    while (scanf("%63s %lf", name, &millis) == 2) {
        answer(name, millis);
    }
    return 0;
}
