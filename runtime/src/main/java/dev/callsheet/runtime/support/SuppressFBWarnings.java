package dev.callsheet.runtime.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells SpotBugs, which looks for an annotation of this simple name in class files, what it takes
 * for bugs in generated classes and is none.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface SuppressFBWarnings {
  /** SpotBugs' names of what is no bug. */
  String[] value();

  /** Why it is none. */
  String justification();
}
