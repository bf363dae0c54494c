/** What GraalVM's {@code native-image} is told, compared with what a program does. */
@NullMarked
package dev.callsheet.tests.nativeimage;

import org.jspecify.annotations.NullMarked;
