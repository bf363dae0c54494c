package dev.callsheet.benchmarks.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A request and whether it is right.
 *
 * @param file where it stands
 * @param model the id of the model that it is for
 * @param content JSON
 * @param valid whether nothing is wrong with it
 */
public record CorpusRequest(Path file, String model, String content, boolean valid) {
  /** The content in UTF-8. */
  public byte[] bytes() {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
