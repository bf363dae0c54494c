package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files that a spec extends and includes. */
public interface IncludeResolver {
  /** Finds nothing. */
  IncludeResolver NONE =
      new IncludeResolver() {
        @Override
        public Optional<SourceText> find(String name) {
          return Optional.empty();
        }

        @Override
        public Collection<String> names() {
          return List.of();
        }
      };

  /**
   * The file of that name.
   *
   * @param name lower-case words joined by {@code -} and {@code /}, such as {@code
   *     platforms/runware/task}; never absolute, never with {@code ..}
   * @throws IOException when it is there and cannot be read
   */
  Optional<SourceText> find(String name) throws IOException;

  /** The names that there are, to suggest one for a mistyped name. */
  Collection<String> names();

  /** Resolves here first, then by the other. */
  default IncludeResolver or(IncludeResolver other) {
    IncludeResolver first = this;
    return new IncludeResolver() {
      @Override
      public Optional<SourceText> find(String name) throws IOException {
        Optional<SourceText> found = first.find(name);
        return found.isPresent() ? found : other.find(name);
      }

      @Override
      public Collection<String> names() {
        return Stream.concat(first.names().stream(), other.names().stream()).distinct().toList();
      }
    };
  }
}
