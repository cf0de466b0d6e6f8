package dev.sanca.cpython;

import dev.sanca.cpython.ffi.complexobject_h;

/**
 * The parts of a {@code complex}.
 *
 * <p><b>Source:</b> {@code Include/complexobject.h}.
 */
public final class ComplexNumbers {
    private ComplexNumbers() {}

    /** The real part of a borrowed {@code complex}. */
    public static double real(long complex) {
        return complexobject_h.PyComplex_RealAsDouble(complex);
    }

    /** The imaginary part of a borrowed {@code complex}. */
    public static double imaginary(long complex) {
        return complexobject_h.PyComplex_ImagAsDouble(complex);
    }
}
