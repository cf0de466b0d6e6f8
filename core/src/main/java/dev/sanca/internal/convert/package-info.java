/** The conversions that Sanca brings; not exported. */
@NullMarked
package dev.sanca.internal.convert;

import org.jspecify.annotations.NullMarked;
