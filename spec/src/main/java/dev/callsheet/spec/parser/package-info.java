/**
 * Parses a spec's text into a {@link dev.callsheet.spec.model.ModelSpec}. {@link
 * dev.callsheet.spec.parser.SpecParser} is the front door.
 *
 * <p>Each file is parsed as YAML with locations and validated by the {@link
 * dev.callsheet.spec.parser.MetaSchema}; included files are merged ({@link
 * dev.callsheet.spec.parser.SpecMerger}) and put into the documented order; then {@link
 * dev.callsheet.spec.parser.ModelParser} parses the merged mapping, one class for each part of the
 * language, and resolves every path against the {@link dev.callsheet.spec.parser.ParameterIndex}.
 * All problems of a file are found in one run ({@link dev.callsheet.spec.parser.ProblemCollector}).
 */
@NullMarked
package dev.callsheet.spec.parser;

import org.jspecify.annotations.NullMarked;
