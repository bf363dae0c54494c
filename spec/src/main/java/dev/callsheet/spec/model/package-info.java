/**
 * A model's spec as data, parsed and resolved. {@link dev.callsheet.spec.model.ModelSpec} is the
 * front door; parameters have a {@link dev.callsheet.spec.model.Shape}, relations between them are
 * {@link dev.callsheet.spec.model.Rule}s.
 */
@NullMarked
package dev.callsheet.spec.model;

import org.jspecify.annotations.NullMarked;
