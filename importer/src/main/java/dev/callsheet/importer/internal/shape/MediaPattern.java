package dev.callsheet.importer.internal.shape;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.spec.logic.MediaSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The patterns by which exported schemas say how media may be given.
 *
 * @param source the form
 */
record MediaPattern(MediaSource source) {
  /** What a pattern says; empty where it is none of these. */
  static Optional<MediaPattern> of(String pattern) {
    return Stream.of(MediaSource.values())
        .filter(
            source ->
                source.regex().equals(pattern)
                    || Stream.of(MediaKind.values())
                        .anyMatch(kind -> source.regex(kind).equals(pattern)))
        .findFirst()
        .map(MediaPattern::new);
  }
}
