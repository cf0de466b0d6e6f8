/**
 * Python for Spring Boot. A program that depends on {@code dev.sanca:sanca-spring-boot-starter} injects a
 * {@link dev.sanca.spring.PythonTemplate} and is done; all else is made by auto-configuration.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.spring.PythonTemplate}</td><td>what a program injects</td></tr>
 * <tr><td>{@link dev.sanca.spring.PythonProperties}, {@link dev.sanca.spring.PackagesProperties}</td><td>{@code
 *     sanca.python.*} and {@code sanca.packages.*}</td></tr>
 * <tr><td>{@link dev.sanca.spring.PythonConfigCustomizer}</td><td>a bean for what the properties do not say</td></tr>
 * <tr><td>{@code PythonStart}, {@code ExitOrder}</td><td>the start of Python with the program, and its end after it</td></tr>
 * <tr><td>{@code PythonHealthIndicator}, {@code PythonMetrics}, {@code CallTimers}</td><td>what Actuator shows</td></tr>
 * <tr><td>{@code ExecutableProperty}, {@code PythonFailureAnalyzer}</td><td>{@code SANCA_PYTHON} beside the properties; why
 *     Python does not start</td></tr>
 * </table>
 */
@NullMarked
package dev.sanca.spring;

import org.jspecify.annotations.NullMarked;
