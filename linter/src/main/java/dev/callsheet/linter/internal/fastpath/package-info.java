/**
 * The fast path: validates requests as bytes, in one pass and without building a tree, and decides
 * only <em>valid for certain</em> or <em>look again</em>. Start reading at {@link
 * dev.callsheet.linter.internal.fastpath.FastPath}, the only class that others know; they use it as
 * a {@link dev.callsheet.linter.internal.scan.RequestScanner}. Without this package the linter is
 * slower and finds the same; tests compare the two.
 *
 * <p>In the order of reading:
 *
 * <ol>
 *   <li>{@code SchemaCompiler} and {@code ScopeRuleCompiler} turn a model into a {@code
 *       CompiledSchema}: a tree of {@code SchemaNode}s with matchers for values, and observers that
 *       record facts for the rules. {@code DnfConverter} and {@code BitmaskRules} turn rules into
 *       bit masks over these facts.
 *   <li>{@code JsonScanner} reads tokens from bytes, with {@code SwarBytes} eight at a time.
 *   <li>{@code StreamingValidator} leads the tokens of a task through the schema of its model and
 *       keeps what it learns in a {@code ValidationState}.
 * </ol>
 */
@NullMarked
package dev.callsheet.linter.internal.fastpath;

import org.jspecify.annotations.NullMarked;
