package dev.callsheet.spec.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written bit by bit, and is in its place when it is whole, or not at all. */
public final class DraftFile implements Closeable {
  private final Path path;
  private final Path draft;
  private final Writer writer;

  /** Begins a draft beside the place. */
  public DraftFile(Path path) throws IOException {
    this.path = path;
    Path directory = path.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    this.draft = Files.createTempFile(directory, path.getFileName().toString(), ".tmp");
    draft.toFile().deleteOnExit(); // when the process is ended from without
    this.writer = Files.newBufferedWriter(draft);
  }

  /** Where to write; in UTF-8. */
  public Writer writer() {
    return writer;
  }

  /** Moves the draft to its place, over what is there. */
  public void finish() throws IOException {
    writer.close();
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Throws the draft away, unless it is finished. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(draft);
  }
}
