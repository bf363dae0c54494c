package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.transport.ContentCodings;
import dev.callsheet.runtime.internal.transport.ResponseTooLargeException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A file beside the one that it is to become; what is left of it is deleted in the end. */
final class TemporaryFile implements Closeable {
  private static final int BUFFER_SIZE = 1 << 16;
  private static final int MAX_SHOWN_LENGTH = 200;

  private final Path directory;
  private Path path;

  private TemporaryFile(Path directory) throws IOException {
    this.directory = directory;
    this.path = create(directory);
  }

  static TemporaryFile in(Path directory) throws IOException {
    return new TemporaryFile(directory);
  }

  private static Path create(Path directory) throws IOException {
    return Files.createFile(directory.resolve(".callsheet-" + UUID.randomUUID() + ".part"));
  }

  Path path() {
    return path;
  }

  /**
   * Writes data that is decoded while it is read.
   *
   * @throws DownloadException if it cannot be decoded, or becomes more than {@code limit} bytes
   */
  void write(InputStream data, long limit) throws IOException {
    var buffer = new byte[BUFFER_SIZE];
    var size = 0L;
    try (data;
        var file = Files.newOutputStream(path)) {
      for (var count = read(data, buffer); count >= 0; count = read(data, buffer)) {
        size += count;
        if (size > limit) {
          var excess = new ResponseTooLargeException(FileBodySubscriber.FILE, limit, "bytes");
          throw new DownloadException("Cannot take a result: " + excess.getMessage(), excess);
        }
        file.write(buffer, 0, count);
      }
    }
  }

  private static int read(InputStream data, byte[] buffer) {
    try {
      return data.read(buffer);
    } catch (IOException malformed) {
      throw undecodable(malformed);
    }
  }

  private static DownloadException undecodable(IOException malformed) {
    return new DownloadException(
        "What the server sent cannot be decoded: "
            + DisplayText.line(String.valueOf(malformed.getMessage()), MAX_SHOWN_LENGTH),
        malformed);
  }

  /**
   * Undoes codings of what is in the file.
   *
   * @throws DownloadException if that cannot be done, or makes more than {@code limit} bytes of it
   */
  void undo(ContentCodings codings, long limit) throws IOException {
    var encoded = path;
    try (var data = Files.newInputStream(encoded)) {
      path = create(directory);
      write(undone(codings, data), limit);
    } finally {
      Files.delete(encoded);
    }
  }

  private static InputStream undone(ContentCodings codings, InputStream data) {
    try {
      return codings.undo(data);
    } catch (IOException malformed) {
      throw undecodable(malformed);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
