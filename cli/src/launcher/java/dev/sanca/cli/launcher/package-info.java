/** The Java half of {@code ./sanca}, which the script starts from its source. */
package dev.sanca.cli.launcher;
