/** What a program holds: the token, scopes, references, configuration and errors. */
@NullMarked
package dev.sanca;

import org.jspecify.annotations.NullMarked;
