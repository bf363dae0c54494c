package dev.callsheet.spec.internal.file;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file as a whole or not at all, and leaves everything else about it as it is. What is
 * written goes to a draft beside the target first; {@link #commit} puts it in the target's place.
 *
 * <ul>
 *   <li>A link is followed: what it leads to is written, and the link stays.
 *   <li>A pipe or a device, such as {@code /dev/null}, is written into, piece by piece.
 *   <li>A new file has the permissions that the process gives to new files. One that is there keeps
 *       its permissions, owner and group, and its other names (hard links): where a draft cannot
 *       have the same, its content is copied into the file.
 *   <li>A directory is refused, and so is a file that may not be written.
 * </ul>
 */
public final class OutputFile implements Closeable {
  private final OutputTarget target;
  private final @Nullable Path draft;
  private final OutputStream stream;

  private OutputFile(OutputTarget target, @Nullable Path draft, OutputStream stream) {
    this.target = target;
    this.draft = draft;
    this.stream = stream;
  }

  /**
   * Starts to write a file; missing directories are made.
   *
   * @throws IOException when it cannot be written, as far as that is known now
   */
  public static OutputFile open(Path file) throws IOException {
    OutputTarget target = OutputTarget.of(file);
    if (target instanceof OutputTarget.Stream) {
      return new OutputFile(
          target,
          null,
          Files.newOutputStream(
              target.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }
    Path draft = draftFor(target);
    return new OutputFile(target, draft, Files.newOutputStream(draft));
  }

  /** Writes a text in UTF-8. */
  public static void write(Path file, CharSequence text) throws IOException {
    try (OutputFile output = open(file)) {
      output.stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
      output.commit();
    }
  }

  /**
   * Replaces the content of a file, unless somebody else has changed it.
   *
   * @param before the content that it must still have; null when there must be none yet
   * @throws IOException when it has changed, or cannot be written
   */
  public static void replace(Path file, byte @Nullable [] before, byte[] after) throws IOException {
    try (OutputFile output = open(file)) {
      output.stream.write(after);
      output.stream.close();
      if (output.draft != null) {
        force(output.draft);
        output.requireUnchanged(before);
      }
      output.commit();
    }
  }

  /** Receives the content. */
  public OutputStream stream() {
    return stream;
  }

  /** Receives the content as text, in UTF-8; to be flushed before {@link #commit}. */
  public Writer newWriter() {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /** Puts what was written in the target's place. */
  public void commit() throws IOException {
    stream.close();
    if (draft == null) {
      return;
    }
    boolean isNew = target instanceof OutputTarget.Missing;
    if (isNew || FileAttributes.canReplace(draft, target.path())) {
      move(draft, target.path());
    } else {
      try (InputStream content = Files.newInputStream(draft);
          OutputStream into =
              Files.newOutputStream(
                  target.path(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        content.transferTo(into);
      }
    }
  }

  /** Deletes what was written, unless it was committed. */
  @Override
  public void close() throws IOException {
    try {
      stream.close();
    } finally {
      if (draft != null) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private void requireUnchanged(byte @Nullable [] before) throws IOException {
    byte[] now = Files.exists(target.path()) ? Files.readAllBytes(target.path()) : new byte[0];
    if (!Arrays.equals(before == null ? new byte[0] : before, now)) {
      throw new FileSystemException(
          target.path().toString(), null, "it was changed meanwhile; run the command again");
    }
  }

  /** An empty file for what is written: beside the target, so that it can be moved there. */
  private static Path draftFor(OutputTarget target) throws IOException {
    Path file = target.path();
    boolean exists = target instanceof OutputTarget.Regular;
    if (exists && !Files.isWritable(file)) {
      throw new FileSystemException(file.toString(), null, "it may not be written");
    }
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new FileSystemException(file.toString(), null, "it is a directory");
    }
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
    }
    Path draft =
        directory.resolve(".callsheet-" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    try {
      Files.createFile(draft);
    } catch (FileSystemException closedDirectory) {
      if (!exists) {
        throw closedDirectory;
      }
      draft = Files.createTempFile("callsheet-", ".draft");
    }
    draft.toFile().deleteOnExit(); // when the process is killed
    return draft;
  }

  /** Brings a draft to the disk, so that no power cut leaves less than there was. */
  private static void force(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
