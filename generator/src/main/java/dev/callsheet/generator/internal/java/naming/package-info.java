/**
 * Java names for whatever a spec calls things: {@link
 * dev.callsheet.generator.internal.java.naming.WordSplitter} takes a name apart, {@link
 * dev.callsheet.generator.internal.java.naming.Identifiers} puts it together as Java wants it,
 * {@link dev.callsheet.generator.internal.java.naming.UniqueNames} keeps two things from getting
 * the same one.
 */
@NullMarked
package dev.callsheet.generator.internal.java.naming;

import org.jspecify.annotations.NullMarked;
