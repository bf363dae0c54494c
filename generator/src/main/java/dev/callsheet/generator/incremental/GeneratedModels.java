package dev.callsheet.generator.incremental;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.spec.internal.file.OutputFile;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What was generated of each model, kept by all that it was made from: one edited spec of many
 * costs one. Only models that were proved free of contradictions are kept, so what is found here
 * needs no proof either.
 *
 * <p>Each model has a file, named after the fingerprint of spec, package and generator. Its first
 * line is the fingerprint of the rest: a file that something else was written to is as good as
 * none. What a run neither finds nor keeps is removed at its end.
 */
public final class GeneratedModels {
  private final Path directory;
  private final String generator;
  private final Set<String> inUse = ConcurrentHashMap.newKeySet();

  /**
   * Those of a directory of its own.
   *
   * @param generator tells one version of the generator and its settings from others
   */
  public GeneratedModels(Path directory, String generator) {
    this.directory = directory;
    this.generator = generator;
  }

  /** The sources of a model below a package, where they were kept. */
  public Optional<List<GeneratedFile>> find(ModelSpec model, String parentPackage) {
    return key(model, parentPackage).flatMap(this::read);
  }

  /** Keeps the sources of a model that was proved free of contradictions. */
  public void keep(ModelSpec model, String parentPackage, List<GeneratedFile> sources)
      throws IOException {
    Optional<String> key = key(model, parentPackage);
    if (key.isPresent() && inUse.add(key.get())) {
      StringBuilder content = new StringBuilder();
      for (GeneratedFile source : sources) {
        content.append(source.path()).append('\n');
        content.append(source.content().length()).append('\n').append(source.content());
      }
      OutputFile.write(directory.resolve(key.get()), fingerprint(content) + "\n" + content);
    }
  }

  /** Removes what was neither found nor kept since this was made. */
  public void removeUnused() throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          if (!inUse.contains(String.valueOf(file.getFileName()))) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }

  private Optional<String> key(ModelSpec model, String parentPackage) {
    return ValueFingerprint.of(model)
        .map(
            spec -> new InputFingerprint().add(generator).add(parentPackage).add(spec).hexDigest());
  }

  private Optional<List<GeneratedFile>> read(String key) {
    try {
      String file = Files.readString(directory.resolve(key), StandardCharsets.UTF_8);
      int end = file.indexOf('\n');
      String content = file.substring(end + 1);
      if (end < 0 || !file.substring(0, end).equals(fingerprint(content))) {
        return Optional.empty();
      }
      inUse.add(key);
      return Optional.of(files(content));
    } catch (IOException missingOrUnreadable) {
      return Optional.empty();
    }
  }

  /** The files of a content that is as it was written. */
  private static List<GeneratedFile> files(String content) {
    List<GeneratedFile> files = new ArrayList<>();
    for (int at = 0; at < content.length(); ) {
      int path = content.indexOf('\n', at);
      int length = content.indexOf('\n', path + 1);
      int end = length + 1 + Integer.parseInt(content.substring(path + 1, length));
      files.add(new GeneratedFile(content.substring(at, path), content.substring(length + 1, end)));
      at = end;
    }
    return files;
  }

  private static String fingerprint(CharSequence content) {
    return new InputFingerprint().add(content.toString()).hexDigest();
  }
}
