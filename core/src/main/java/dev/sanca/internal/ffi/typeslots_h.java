package dev.sanca.internal.ffi;

/** Numbers of the slots of a type: the part of CPython's {@code typeslots.h} that Sanca fills. */
public final class typeslots_h {
    /** Exports a buffer: {@code int (PyObject *, Py_buffer *, int)}. */
    public static final int Py_bf_getbuffer = 1;

    /** The base class, borrowed. */
    public static final int Py_tp_base = 48;

    /** Clears the references that may be part of a cycle: {@code int (PyObject *)}. */
    public static final int Py_tp_clear = 51;

    /** Returns an attribute, a new reference: {@code PyObject *(PyObject *, PyObject *)}. */
    public static final int Py_tp_getattro = 58;

    /** Returns the hash, or −1 with an error: {@code Py_hash_t (PyObject *)}. */
    public static final int Py_tp_hash = 59;

    /** Returns an iterator, a new reference: {@code PyObject *(PyObject *)}. */
    public static final int Py_tp_iter = 62;

    /** An array of {@code PyMethodDef}. */
    public static final int Py_tp_methods = 64;

    /** Creates an instance, a new reference: {@code PyObject *(PyTypeObject *, PyObject *, PyObject *)}. */
    public static final int Py_tp_new = 65;

    /** Returns {@code repr()}, a new reference: {@code PyObject *(PyObject *)}. */
    public static final int Py_tp_repr = 66;

    /** Compares, a new reference: {@code PyObject *(PyObject *, PyObject *, int)}. */
    public static final int Py_tp_richcompare = 67;

    /** Visits the references that an instance owns: {@code int (PyObject *, visitproc, void *)}. */
    public static final int Py_tp_traverse = 71;

    /** An array of {@code PyMemberDef}. */
    public static final int Py_tp_members = 72;

    private typeslots_h() {}
}
