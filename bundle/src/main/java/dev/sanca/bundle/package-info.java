/** Unpacks the CPython that comes as a jar from Maven Central into the user's cache, once. */
@NullMarked
package dev.sanca.bundle;

import org.jspecify.annotations.NullMarked;
