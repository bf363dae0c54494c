package dev.callsheet.linter.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written bit by bit, and is in its place when it is whole, or not at all. */
public final class AtomicFileWriter implements Closeable {
  private final Path target;
  private final Path temporaryFile;
  private final Writer writer;

  /** Begins a draft beside the place. */
  public AtomicFileWriter(Path path) throws IOException {
    this.target = path;
    Path directory = path.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    this.temporaryFile = Files.createTempFile(directory, path.getFileName().toString(), ".tmp");
    temporaryFile.toFile().deleteOnExit(); // when the process is ended from without
    this.writer = Files.newBufferedWriter(temporaryFile);
  }

  /** Where to write; in UTF-8. */
  public Writer writer() {
    return writer;
  }

  /** Moves the draft to its place, over what is there. */
  public void commit() throws IOException {
    writer.close();
    Files.move(temporaryFile, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Throws the draft away, unless it is finished. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(temporaryFile);
  }
}
