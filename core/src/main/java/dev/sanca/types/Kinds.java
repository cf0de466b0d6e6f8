package dev.sanca.types;

import dev.sanca.internal.reference.Kind;
import java.util.List;

/** Every kind of reference, for those who know one by its Python name only. */
final class Kinds {
    private static final List<Kind<?>> ALL = List.of(
            PyAny.KIND,
            PyBaseException.KIND,
            PyBool.KIND,
            PyBuffer.KIND,
            PyByteArray.KIND,
            PyBytes.KIND,
            PyCFunction.KIND,
            PyCallable.KIND,
            PyCapsule.KIND,
            PyCode.KIND,
            PyComplex.KIND,
            PyDate.KIND,
            PyDateTime.KIND,
            PyDelta.KIND,
            PyDict.KIND,
            PyEllipsis.KIND,
            PyFloat.KIND,
            PyFrame.KIND,
            PyFrozenSet.KIND,
            PyFunction.KIND,
            PyGenericAlias.KIND,
            PyInt.KIND,
            PyIterator.KIND,
            PyList.KIND,
            PyMapping.KIND,
            PyMappingProxy.KIND,
            PyMemoryView.KIND,
            PyModule.KIND,
            PyNone.KIND,
            PyNotImplemented.KIND,
            PyRange.KIND,
            PySequence.KIND,
            PySet.KIND,
            PySlice.KIND,
            PyString.KIND,
            PySuper.KIND,
            PyTime.KIND,
            PyTraceback.KIND,
            PyTuple.KIND,
            PyType.KIND,
            PyTzInfo.KIND,
            PyWeakref.KIND);

    private Kinds() {}

    /**
     * The kind of a Python type.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kind<?> named(String pythonName) {
        return ALL.stream()
                .filter(kind -> kind.pythonName().equals(pythonName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class of references stands for " + pythonName));
    }
}
