/**
 * Source texts and positions in them: {@link dev.callsheet.spec.source.SourceText}, {@link
 * dev.callsheet.spec.source.SourceLocation}. {@link dev.callsheet.spec.source.YamlParser} parses
 * YAML into {@link dev.callsheet.spec.source.YamlNode}s with locations. {@link
 * dev.callsheet.spec.source.Glob} matches names of files and models, {@link
 * dev.callsheet.spec.source.SpellingSuggestion} corrects mistyped words.
 */
@NullMarked
package dev.callsheet.spec.source;

import org.jspecify.annotations.NullMarked;
