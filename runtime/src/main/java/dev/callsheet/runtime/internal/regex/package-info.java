/**
 * The regular expressions of ECMA-262 (11th edition, which JSON Schema 2020-12 names; with the flag
 * {@code u}), evaluated in time that is linear in the length of the text.
 *
 * <p>{@link dev.callsheet.runtime.internal.regex.PatternParser} reads an expression, {@link
 * dev.callsheet.runtime.internal.regex.ProgramCompiler} makes a nondeterministic automaton of it,
 * and one of three classes runs that: {@link dev.callsheet.runtime.internal.regex.LazyDfa} answers
 * whether there is a match, {@link dev.callsheet.runtime.internal.regex.SuccessScan} which states
 * lead to one from which place, and {@link dev.callsheet.runtime.internal.regex.MatchFinder} where
 * matches are. Nothing recurses by the length of a text, and nothing depends on the Unicode version
 * of the Java that runs it.
 */
@NullMarked
package dev.callsheet.runtime.internal.regex;

import org.jspecify.annotations.NullMarked;
