/**
 * The word: a reference to a Python object as 64 bits, and what Sanca knows about the memory of the object.
 *
 * <p>This package may use {@code dev.sanca.internal.ffi}, and no other package of Sanca. It is
 * exported to {@code dev.sanca.cli} only, for {@code ./sanca doctor}.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.internal.word.Word}</td><td>count, type and identity of any word</td></tr>
 * <tr><td>{@link dev.sanca.internal.word.TypeReads}, {@link dev.sanca.internal.word.IntReads},
 *     {@link dev.sanca.internal.word.FloatReads}, {@link dev.sanca.internal.word.StringReads},
 *     {@link dev.sanca.internal.word.BytesReads}, {@link dev.sanca.internal.word.SequenceReads}</td>
 *     <td>inline reads of built-in types</td></tr>
 * <tr><td>{@link dev.sanca.internal.word.NumberFreeList}, {@code Deallocation}</td><td>deallocation, and the numbers that are
 *     kept instead</td></tr>
 * <tr><td>{@link dev.sanca.internal.word.TypeData}</td><td>the bytes that types of Sanca add to their base</td></tr>
 * <tr><td>{@link dev.sanca.internal.word.Tagged}, {@link dev.sanca.internal.word.WordOwner},
 *     {@link dev.sanca.internal.word.HandleTable}</td><td>words that are not pointers, and their owners</td></tr>
 * <tr><td>{@link dev.sanca.internal.word.Layout}, {@code Proved}</td><td>the layout: what was proved, for people and for the
 *     compiler</td></tr>
 * <tr><td>{@code Proof}, {@code CountProof}, {@code TypeProof}, {@code NumberProof}, {@code ContainerProof},
 *     {@code TextProof}</td><td>the proof on the running Python</td></tr>
 * </table>
 * <table>
 * <caption>Bits of a word</caption>
 * <tr><th>bits</th><th>meaning</th></tr>
 * <tr><td>{@code 0}</td><td>NULL</td></tr>
 * <tr><td>{@code …00}</td><td>untagged: the address of a {@code PyObject}</td></tr>
 * <tr><td>{@code …10}</td><td>invalid</td></tr>
 * <tr><td>{@code …1}</td><td>tagged: not a pointer; a runtime owns it</td></tr>
 * </table>
 *
 * <p>Reference counts and fields are read inline where the layout of objects was <em>proved</em> on the running
 * interpreter ({@link dev.sanca.internal.word.Layout}), and with CPython's functions where it is <em>opaque</em>. A
 * caller sees no difference but the time.
 *
 * <p><b>Thread:</b> everything but {@link dev.sanca.internal.word.Tagged} and
 * {@link dev.sanca.internal.word.HandleTable} needs an attached thread. <b>Errors:</b> arguments are not checked: a
 * word that is not a live object of the stated type ends the process. The packages above guarantee both.
 *
 * <p><b>Source:</b> PEP 683 (immortal objects), PEP 393 (strings), CPython's {@code refcount.h} and
 * {@code longintrepr.h}.
 */
@NullMarked
package dev.sanca.internal.word;

import org.jspecify.annotations.NullMarked;
