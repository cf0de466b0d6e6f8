/**
 * The word: a reference to a Python object as 64 bits, and what Sanca knows about the memory behind it.
 *
 * <table>
 * <caption>Bits of a word</caption>
 * <tr><th>bits</th><th>meaning</th></tr>
 * <tr><td>{@code 0}</td><td>NULL</td></tr>
 * <tr><td>{@code …00}</td><td>untagged: the address of a {@code PyObject}</td></tr>
 * <tr><td>{@code …10}</td><td>invalid</td></tr>
 * <tr><td>{@code …1}</td><td>tagged: not a pointer; a runtime owns it</td></tr>
 * </table>
 *
 * <p>Words are counted and read inline where the layout of objects was <em>proved</em> on the running interpreter
 * ({@link dev.sanca.internal.word.Layout}), and by CPython's functions where it is <em>opaque</em>. Callers cannot tell but by time.
 *
 * <p><b>Thread</b>: everything here needs an attached thread. <b>Errors</b>: nothing here checks its arguments; a word that
 * is not a live object of the stated type ends the process. The layers above guarantee both.
 *
 * <p>Source: PEP 683 (immortal objects), PEP 393 (strings), CPython's {@code refcount.h} and {@code longintrepr.h}.
 */
@NullMarked
package dev.sanca.internal.word;

import org.jspecify.annotations.NullMarked;
