package dev.callsheet.sandbox.internal.state;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written at its end and read anywhere. Each write is whole, or it has not been: a
 * failed one is cut off at once, so that what comes next does not follow half of it.
 *
 * <p>An interrupt closes a channel under the thread that uses it. Here it is put off, and the file
 * opened again: others use it, too.
 *
 * <p>Not thread-safe.
 */
final class AppendedFile implements Closeable {
  private Path path;
  private FileChannel channel;
  private long length;

  private AppendedFile(Path path, FileChannel channel, long length) {
    this.path = path;
    this.channel = channel;
    this.length = length;
  }

  /** An empty file, in place of what may be there. */
  static AppendedFile create(Path path) throws IOException {
    return new AppendedFile(
        path,
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE),
        0);
  }

  /** A file that is there. */
  static AppendedFile open(Path path) throws IOException {
    FileChannel channel = channel(path);
    return new AppendedFile(path, channel, channel.size());
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** How many bytes it has: where the next write goes. */
  long length() {
    return length;
  }

  /** All of it, from its beginning; not to be closed, and not beside other calls. */
  InputStream content() throws IOException {
    return Channels.newInputStream(channel.position(0));
  }

  /** Leaves out what comes after so many bytes. */
  void truncate(long kept) throws IOException {
    channel.truncate(kept);
    length = kept;
  }

  /** Writes at the end; after an exception, nothing of it is there. */
  void append(byte[] content) throws IOException {
    uninterrupted(
        () -> {
          ByteBuffer bytes = ByteBuffer.wrap(content);
          long end = length;
          try {
            while (bytes.hasRemaining()) {
              end += channel.write(bytes, end);
            }
          } catch (IOException e) {
            try {
              channel.truncate(length);
            } catch (IOException notCutOff) { // the next write goes over it
              e.addSuppressed(notCutOff);
            }
            throw e;
          }
          length = end;
        });
  }

  /** So many bytes from there on. */
  byte[] read(long offset, int count) throws IOException {
    byte[] content = new byte[count];
    uninterrupted(
        () -> {
          ByteBuffer bytes = ByteBuffer.wrap(content);
          while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
              throw new IOException(path + " is shorter than it was");
            }
          }
        });
    return content;
  }

  /** Takes the place of a file in the same folder: whole and on disk, or not at all. */
  void replace(Path other) throws IOException {
    uninterrupted(() -> channel.force(true));
    Files.move(path, other, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    path = other;
  }

  @FunctionalInterface
  private interface FileAction {
    void run() throws IOException;
  }

  private void uninterrupted(FileAction action) throws IOException {
    boolean isInterrupted = Thread.interrupted();
    try {
      while (!isDone(action)) {
        isInterrupted |= Thread.interrupted();
        if (!channel.isOpen()) {
          channel = channel(path);
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isDone(FileAction action) throws IOException {
    try {
      action.run();
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  /** Sees to it that it is on disk, whatever becomes of the machine. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try (FileChannel closed = channel) {
        closed.force(true);
      }
    }
  }

  /** Closes it, whatever is on disk. */
  void abandon() throws IOException {
    channel.close();
  }
}
