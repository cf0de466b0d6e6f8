package dev.sanca.internal.reference;

/**
 * The type of a parameter that keeps a method out of the compiled code of its callers. The argument is null.
 *
 * <p>A slow path that the compiler copies into a short method makes that method so big that the compiler does not copy it into
 * loops any more. Then an object for each reference is allocated there, which the compiler leaves out otherwise.
 *
 * @implNote HotSpot's compilers do not inline a method whose signature names a class that was never loaded. Nothing loads this
 *     class. If something did, the code would be right, and slower.
 *
 *     <p><b>Source:</b> {@code has_unloaded_classes_in_signature} in HotSpot's {@code bytecodeInfo.cpp}.
 */
final class OutOfLine {
    private OutOfLine() {}
}
