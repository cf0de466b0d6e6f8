/** Java values ↔ Python values: what users need to ask for a conversion, or to add one. */
@NullMarked
package dev.sanca.convert;

import org.jspecify.annotations.NullMarked;
