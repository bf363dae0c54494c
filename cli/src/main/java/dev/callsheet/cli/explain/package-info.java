/**
 * Explains rules: what they say, as published and as enforced, with a request that passes and one
 * that fails. {@link dev.callsheet.cli.explain.ExplainOptions} are the options for it.
 */
@NullMarked
package dev.callsheet.cli.explain;

import org.jspecify.annotations.NullMarked;
