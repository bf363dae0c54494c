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
import org.jspecify.annotations.Nullable;

/**
 * What was generated of each model, kept by all that it was made from: one edited spec of many
 * costs one. Only models that were proved free of contradictions are kept, so what is found here
 * needs no proof either.
 *
 * <p>Each model has a file, named after the fingerprint of spec, package and generator. Its first
 * line is the checksum of the rest: a file that something else was written to is as good as none.
 * What a run neither finds nor keeps is removed at its end.
 */
public final class GeneratedModels {
  private final @Nullable Path directory;
  private final String generator;
  private final Set<Path> inUse = ConcurrentHashMap.newKeySet();

  /**
   * Those of a directory of its own.
   *
   * @param generator tells one version of the generator and its settings from others
   */
  public GeneratedModels(Path directory, String generator) {
    this.directory = directory;
    this.generator = generator;
  }

  private GeneratedModels() {
    this.directory = null;
    this.generator = "";
  }

  /** None: nothing is found, and nothing kept. */
  public static GeneratedModels none() {
    return new GeneratedModels();
  }

  /** The sources of a model below a package, where they were kept. */
  public Optional<List<GeneratedFile>> find(ModelSpec model, String parentPackage) {
    return file(model, parentPackage).flatMap(this::read);
  }

  /** Keeps the sources of a model that was proved free of contradictions. */
  public void keep(ModelSpec model, String parentPackage, List<GeneratedFile> sources)
      throws IOException {
    Optional<Path> file = file(model, parentPackage);
    if (file.isPresent() && inUse.add(file.get())) {
      StringBuilder content = new StringBuilder();
      for (GeneratedFile source : sources) {
        content.append(source.path()).append('\n');
        content.append(source.content().length()).append('\n').append(source.content());
      }
      OutputFile.write(file.get(), checksum(content.toString()) + "\n" + content);
    }
  }

  /** Removes what was neither found nor kept since this was made. */
  public void removeUnused() throws IOException {
    if (directory != null && Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          if (!inUse.contains(file)) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }

  private Optional<Path> file(ModelSpec model, String parentPackage) {
    Path folder = directory;
    return folder == null
        ? Optional.empty()
        : ValueFingerprint.of(model)
            .map(spec -> new InputFingerprint().add(generator).add(parentPackage).add(spec))
            .map(key -> folder.resolve(key.hexDigest()));
  }

  private Optional<List<GeneratedFile>> read(Path file) {
    try {
      String kept = Files.readString(file, StandardCharsets.UTF_8);
      int end = kept.indexOf('\n');
      String content = kept.substring(end + 1);
      if (end < 0 || !kept.substring(0, end).equals(checksum(content))) {
        return Optional.empty();
      }
      inUse.add(file);
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

  private static String checksum(String content) {
    return Checksum.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
