/** A program to pack in each way in which programs are shipped. */
@NullMarked
package dev.sanca.shipping;

import org.jspecify.annotations.NullMarked;
