/**
 * From a spec's text to a {@link dev.callsheet.spec.model.ModelSpec}: YAML with positions kept, the
 * meta-schema, names resolved. All mistakes of a file are found in one run.
 */
@NullMarked
package dev.callsheet.spec.parser;

import org.jspecify.annotations.NullMarked;
