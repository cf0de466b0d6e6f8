/** What others provide to Sanca: a bundled Python, found by {@link java.util.ServiceLoader}. */
@NullMarked
package dev.sanca.spi;

import org.jspecify.annotations.NullMarked;
