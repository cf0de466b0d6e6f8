package dev.sanca.internal.ffi;

/**
 * The structure {@code PyCompilerFlags} by its address.
 *
 * <p><b>Source:</b> {@code Include/cpython/compile.h}.
 */
public final class PyCompilerFlags {
    /** {@code sizeof(PyCompilerFlags)}. */
    public static final int SIZE = 8;

    private static final int PyCF_SOURCE_IS_UTF8 = 0x100;
    private static final int PyCF_IGNORE_COOKIE = 0x800;

    private PyCompilerFlags() {}

    /**
     * Sets the flags for source code that is text, as {@code compile()} of a {@code str} sets them.
     * {@code cf_feature_version} is 0; Python reads it only with {@code PyCF_ONLY_AST}.
     */
    public static void setText(long flags) {
        Memory.putInt(flags, PyCF_SOURCE_IS_UTF8 | PyCF_IGNORE_COOKIE);
        Memory.putInt(flags + Integer.BYTES, 0);
    }
}
