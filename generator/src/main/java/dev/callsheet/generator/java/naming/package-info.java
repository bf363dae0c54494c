/**
 * Java names for whatever a spec calls things: {@link dev.callsheet.generator.java.naming.Words}
 * takes a name apart, {@link dev.callsheet.generator.java.naming.Identifiers} puts it together as
 * Java wants it, {@link dev.callsheet.generator.java.naming.Scope} keeps two things from getting
 * the same one.
 */
@NullMarked
package dev.callsheet.generator.java.naming;

import org.jspecify.annotations.NullMarked;
