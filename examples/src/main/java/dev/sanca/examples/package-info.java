/** Programs that show Sanca at work; the snippets of the documents are taken from them. */
@NullMarked
package dev.sanca.examples;

import org.jspecify.annotations.NullMarked;
