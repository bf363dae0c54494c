package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The spec files of a directory, with their texts: what a process needs that does not have the
 * directory. Two are equal when their texts and names are.
 *
 * @param directory its name, for messages
 * @param texts by the name of the file, relative to the directory
 */
public record SpecSnapshot(String directory, Map<String, String> texts) implements Serializable {
  /** Copies the texts. */
  public SpecSnapshot {
    texts = Map.copyOf(texts);
  }

  /**
   * Reads every spec file below a directory.
   *
   * @throws IOException when it is none, or a file in it cannot be read; the message names it
   */
  public static SpecSnapshot of(Path directory) throws IOException {
    String name = directory.toString();
    if (!Files.isDirectory(directory)) {
      throw new IOException(name + ": there is no such directory");
    }
    Map<String, String> texts = new TreeMap<>();
    for (SourceText file : SpecFiles.read(directory, name).all()) {
      texts.put(file.file().substring(name.length() + 1), file.text());
    }
    return new SpecSnapshot(name, texts);
  }

  SpecFiles files() {
    return SpecFiles.lazy(
        texts.keySet(),
        name -> new SourceText(directory + "/" + name, Objects.requireNonNull(texts.get(name))));
  }
}
