package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecProblem;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The known platforms by name. */
final class PlatformIndex {
  private final SortedMap<String, Platform> platforms = new TreeMap<>();

  /** Reads the file of a platform; empty when it is a file of another kind. */
  interface Reader {
    Optional<Platform> read(String name, SourceText source) throws SpecException;
  }

  /** Adds the platforms of another index in place of those of the same name. */
  void addAll(PlatformIndex other) {
    platforms.putAll(other.platforms);
  }

  /** Adds the platforms of some files in place of those of the same name. */
  void addAll(IncludeResolver files, Reader reader, Set<SpecProblem> problems) {
    for (String file : files.names()) {
      String name = file.replaceFirst("^" + PlatformParser.FOLDER, "");
      if (!name.equals(file) && name.indexOf('/') < 0) {
        try {
          reader
              .read(name, files.find(file).orElseThrow())
              .ifPresent(found -> platforms.put(name, found));
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        } catch (SpecException wrong) {
          problems.addAll(wrong.problems());
        }
      }
    }
  }

  /** Every platform, ordered by name. */
  List<Platform> all() {
    return List.copyOf(platforms.values());
  }

  /** The platform of that name. */
  Optional<Platform> find(String name) {
    return Optional.ofNullable(platforms.get(name));
  }
}
