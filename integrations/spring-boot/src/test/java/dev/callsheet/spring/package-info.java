/** The client of an application, in real contexts of Spring Boot. */
@NullMarked
package dev.callsheet.spring;

import org.jspecify.annotations.NullMarked;
