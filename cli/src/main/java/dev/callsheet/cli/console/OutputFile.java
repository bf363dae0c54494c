package dev.callsheet.cli.console;

import dev.callsheet.linter.internal.file.AtomicFileWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is there whole or not at all: written beside its place, then moved into it. */
public record OutputFile(Path path) {
  /** Writes the text in UTF-8, in place of what is there. */
  public void write(String text) {
    try {
      AtomicFileWriter.write(path, text);
    } catch (IOException failed) {
      throw new UserErrorException(path + ": could not be written: " + failed, failed);
    }
  }
}
