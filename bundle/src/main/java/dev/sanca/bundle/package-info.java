/**
 * The bundled CPython: a jar from Maven Central, which is unpacked once into the user's cache directory.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.bundle.MavenCentralPython}</td><td>the service that Sanca finds</td></tr>
 * <tr><td>{@code FileSource}, {@code NativeJar}, {@code ResourceJar}, {@code FileTree}</td><td>files to unpack: of a jar on
 *     disk, of a jar nested in another, of a run-time image</td></tr>
 * <tr><td>{@code NativeFiles}, {@code Platform}</td><td>where the files of an artifact are, and which fit this machine</td></tr>
 * <tr><td>{@code Unpacker}, {@code Manifest}, {@code QuickCheck}, {@code AtomicFiles}, {@code Progress}</td><td>unpacking once,
 *     and finding that nothing was lost since</td></tr>
 * <tr><td>{@code PackageIndex}, {@code ApplicationPackages}, {@code WheelUnpacker}</td><td>the packages that the
 *     application's build put into its jars</td></tr>
 * <tr><td>{@code UserEnvironment}</td><td>the packages of {@code sanca pip install}</td></tr>
 * <tr><td>{@code UnpackedPython}, {@code Packages}, {@code VirtualEnvironment}</td><td>CPython on disk, the packages of the
 *     class path, and the virtual environment that joins them</td></tr>
 * </table>
 */
@NullMarked
package dev.sanca.bundle;

import org.jspecify.annotations.NullMarked;
