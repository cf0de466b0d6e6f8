/**
 * The CPython runtime: the operations of the API in terms of words and CPython's C API.
 *
 * <p>The interfaces whose names begin with {@code CPython} implement the facets of {@link dev.sanca.internal.engine.Operations}, by
 * default methods; {@link dev.sanca.internal.cpython.CPythonOperations} is all of them. Unless a
 * method says otherwise: the thread is attached, arguments are borrowed, a returned word is a new count, and a Python
 * error is thrown as {@link dev.sanca.PythonException} or, if it began as a Java exception, as that very object. This
 * package is not exported.
 */
@NullMarked
package dev.sanca.internal.cpython;

import org.jspecify.annotations.NullMarked;
