package dev.callsheet.generator.incremental;

import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.spec.internal.file.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that remembers what was generated from what, so that a build in which neither has changed
 * has nothing to do.
 *
 * @param file where it is kept
 * @param output where it was generated; files of others there do not count
 */
public record StampFile(Path file, SourceTree output) {
  /** Whether the output is there, untouched, and was made from inputs of this fingerprint. */
  public boolean isUpToDate(String inputs) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    List<String> lines = Files.readAllLines(file);
    // The output is only read where the inputs are the same: of many models, it is much.
    return !lines.isEmpty() && lines.get(0).equals(inputs) && lines.equals(lines(inputs));
  }

  /** Remembers that the output, as it is now, was made from inputs of this fingerprint. */
  public void write(String inputs) throws IOException {
    OutputFile.write(file, String.join("\n", lines(inputs)) + "\n");
  }

  private List<String> lines(String inputs) throws IOException {
    InputFingerprint content = new InputFingerprint();
    for (String path : output.writtenPaths()) {
      Path written = output.directory().resolve(path);
      content.add(path);
      content.add(Files.isRegularFile(written) ? Checksum.of(Files.readAllBytes(written)) : "none");
    }
    return List.of(inputs, content.hexDigest());
  }
}
