package dev.callsheet.maven;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report that is there whole or not at all: written beside its place, then moved into it. */
final class ReportFile implements Closeable {
  private final Path path;
  private final Path draft;
  private final Writer writer;

  ReportFile(Path path) throws IOException {
    this.path = path;
    Files.createDirectories(path.getParent());
    this.draft = Files.createTempFile(path.getParent(), ".", ".tmp");
    this.writer = Files.newBufferedWriter(draft);
  }

  /** Where to write. */
  Writer writer() {
    return writer;
  }

  /** Moves it to its place, over what is there. */
  void finish() throws IOException {
    writer.close();
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Throws it away, unless it is finished. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(draft);
  }
}
