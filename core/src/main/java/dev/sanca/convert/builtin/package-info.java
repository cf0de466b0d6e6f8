/** The conversions that Sanca brings; not exported. */
@NullMarked
package dev.sanca.convert.builtin;

import org.jspecify.annotations.NullMarked;
