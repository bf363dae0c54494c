package dev.callsheet.linter.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Writes a file as a whole or not at all: the text goes to a temporary file in the same directory,
 * which {@link #commit} moves over the target.
 */
public final class AtomicFileWriter implements Closeable {
  private final Path target;
  private final Path temporaryFile;
  private final Writer writer;

  /** Starts writing a file in UTF-8; missing directories are made. */
  public AtomicFileWriter(Path target) throws IOException {
    this.target = target;
    Files.createDirectories(target.toAbsolutePath().getParent());
    this.temporaryFile = temporaryFileBeside(target);
    temporaryFile.toFile().deleteOnExit(); // when the process is killed
    this.writer = Files.newBufferedWriter(temporaryFile);
  }

  /** Writes a text file at once. */
  public static void write(Path target, CharSequence text) throws IOException {
    try (AtomicFileWriter file = new AtomicFileWriter(target)) {
      file.writer().append(text);
      file.commit();
    }
  }

  /** Replaces the content of a file that exists; its permissions and its group stay. */
  public static void replace(Path target, byte[] content) throws IOException {
    if (!Files.isWritable(target)) {
      throw new IOException("it may not be written");
    }
    Path temporaryFile = temporaryFileBeside(target);
    try {
      Files.write(temporaryFile, content);
      copyPermissions(target, temporaryFile);
      move(temporaryFile, target);
    } finally {
      Files.deleteIfExists(temporaryFile);
    }
  }

  /** Writes to the temporary file. */
  public Writer writer() {
    return writer;
  }

  /** Puts what was written in the target's place. */
  public void commit() throws IOException {
    writer.close();
    move(temporaryFile, target);
  }

  /** Deletes what was written, unless it was committed. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(temporaryFile);
  }

  private static Path temporaryFileBeside(Path target) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    return Files.createTempFile(directory, "." + target.getFileName(), ".tmp");
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      PosixFileAttributes before = Files.readAttributes(from, PosixFileAttributes.class);
      view.setPermissions(before.permissions());
      if (!before.group().equals(view.readAttributes().group())) {
        view.setGroup(before.group());
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unusual) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
