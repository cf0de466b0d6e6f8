/**
 * The Python packages of an application, at build time: chosen once, locked with their hashes, and put into its jar.
 *
 * <p>{@code sanca-maven-plugin} and the command {@code sanca packages} call {@link dev.sanca.packages.PackagesBuild}. The
 * artifact {@code sanca-cpython} finds the packages when the program starts.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.packages.PackagesBuild}, {@link dev.sanca.packages.PackagesRequest}, {@link
 *     dev.sanca.packages.PackagesException}</td><td>what build tools call</td></tr>
 * <tr><td>{@code LockFile}, {@code LockedWheel}</td><td>the lock file</td></tr>
 * <tr><td>{@code Resolver}, {@code TargetPlatform}, {@code Requirements}</td><td>choosing versions and files by pip or uv</td></tr>
 * <tr><td>{@code WheelStore}</td><td>the wheels on this machine, downloaded by pip</td></tr>
 * <tr><td>{@code ResourceWriter}</td><td>what goes into the jar</td></tr>
 * <tr><td>{@code BuildPython}, {@code ChildProcess}, {@code Sha256}</td><td>the Python that runs pip; processes; hashes</td></tr>
 * </table>
 */
@NullMarked
package dev.sanca.packages;

import org.jspecify.annotations.NullMarked;
