/** What the tests share: the check of ownership after every test, and JVMs of their own for tests that may end one. */
@NullMarked
package dev.sanca.testing;

import org.jspecify.annotations.NullMarked;
