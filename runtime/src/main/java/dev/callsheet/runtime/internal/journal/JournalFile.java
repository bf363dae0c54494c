package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file of the journal, locked by this process for as long as it is open. Not thread-safe. */
final class JournalFile implements Closeable {
  private final JournalDirectory directory;
  private final Path path;
  private final FileChannel channel;
  private long length;

  private JournalFile(JournalDirectory directory, Path path, FileChannel channel, long length) {
    this.directory = directory;
    this.path = path;
    this.channel = channel;
    this.length = length;
  }

  /** A new file with nothing but a header. It gets its name when it is locked and complete. */
  static JournalFile create(JournalDirectory directory, Path path, Scope scope) throws IOException {
    var draft = path.resolveSibling(path.getFileName() + ".new");
    var channel =
        FileChannel.open(
            draft,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            directory.ownerOnlyAttributes("rw-------"));
    var file = new JournalFile(directory, path, channel, 0);
    try {
      if (channel.tryLock() == null) {
        throw new IOException("a new file is locked already");
      }
      file.append(List.of(JournalFileHeader.line(scope)));
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      directory.sync();
      return file;
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  /** A file to read only, of whatever process. It is never reached through a link. */
  static FileChannel openToRead(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * A file whose owner is gone; empty when the owner lives, or the file is gone, too. It is never
   * reached through a link.
   */
  static Optional<JournalFile> claim(JournalDirectory directory, Path path) throws IOException {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
    try {
      if (channel.tryLock() != null && Files.exists(path)) {
        return Optional.of(new JournalFile(directory, path, channel, channel.size()));
      }
    } catch (OverlappingFileLockException ours) {
      // a thread of this process holds the lock
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** Whether the process lives that a file of another process belongs to. */
  static boolean isOwnerAlive(FileChannel reading) throws IOException {
    try (var lock = reading.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException takenOver) {
      return true; // by a thread of this process, just now
    }
  }

  Path path() {
    return path;
  }

  long length() {
    return length;
  }

  /** Everything in the file; what is appended next comes after the last sound line. */
  JournalFileContents read() throws IOException {
    channel.position(0);
    var contents = JournalFileContents.read(Channels.newInputStream(channel));
    length = contents.validLength();
    return contents;
  }

  byte[] read(long offset, int bytes) throws IOException {
    var buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException(path + " is shorter than it was");
      }
    }
    return buffer.array();
  }

  /** Adds lines at the end: on return they are on disk, after an exception none of them is. */
  void append(List<byte[]> lines) throws IOException {
    var end = length;
    try {
      for (var line : lines) {
        var buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
          end += channel.write(buffer, end);
        }
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(length);
      throw e;
    }
    length = end;
  }

  /** Releases the file, so that any session may adopt its jobs; returns its new name. */
  Path release() throws IOException {
    var free = directory.newReleasedName();
    Files.move(path, free, StandardCopyOption.ATOMIC_MOVE);
    close();
    return free;
  }

  /** Sets the file aside for a person to inspect. */
  void quarantine() throws IOException {
    Files.move(path, JournalDirectory.quarantined(path));
    directory.sync();
    close();
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
    directory.sync();
    close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
