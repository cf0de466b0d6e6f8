/** A service that answers with Python, made of {@code dev.sanca:sanca-spring-boot-starter}. */
@NullMarked
package dev.sanca.examples.spring;

import org.jspecify.annotations.NullMarked;
