package dev.callsheet.runtime.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what was generated from a spec. Tools that measure coverage look for an annotation of this
 * simple name in class files, and leave out what has it; the one of the JDK is in source files
 * only, and in a module that its users would have to require.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Generated {}
