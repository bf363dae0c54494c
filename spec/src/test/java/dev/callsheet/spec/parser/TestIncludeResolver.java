package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Includes from a folder of test specs, with one name to suggest. */
record TestIncludeResolver(Path folder) implements IncludeResolver {
  @Override
  public Optional<SourceText> find(String name) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    return Files.isRegularFile(file)
        ? Optional.of(new SourceText(name + ".yaml", Files.readString(file)))
        : Optional.empty();
  }

  @Override
  public Collection<String> names() {
    return List.of("shared/output");
  }
}
