package dev.callsheet.runtime.internal.media;

import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.media.LocalMedia;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that stores a piece of local media, written while it is sent: what is
 * around the media is short, and the media itself is never in memory as a whole. To be sent once;
 * closing it ends a sending that is under way, and closes the file, which the HTTP client does only
 * when it has read all of it.
 */
public final class MediaUploadBody implements AutoCloseable {
  /** Opens the media at their first byte. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private final LocalMedia media;
  private final Source source;
  private final long size;
  private final byte[] before;
  private final byte[] after;
  private @Nullable InputStream opened;
  private volatile boolean closed;
  private volatile @Nullable Exception readFailure;

  /**
   * @param size how many bytes the source has
   */
  private MediaUploadBody(byte[] before, LocalMedia media, Source source, long size, byte[] after) {
    this.media = media;
    this.source = source;
    this.size = size;
    this.before = before;
    this.after = after;
  }

  /** The media as they are, between other bytes. */
  public static MediaUploadBody ofBytes(byte[] before, LocalMedia media, byte[] after) {
    return new MediaUploadBody(before, media, media::stream, media.size(), after);
  }

  /** The media as a data URI, between other bytes. */
  static MediaUploadBody ofDataUri(byte[] before, LocalMedia media, byte[] after) {
    return new MediaUploadBody(before, media, media::dataUriStream, media.dataUriLength(), after);
  }

  /** What the HTTP client sends. */
  public BodyPublisher publisher() {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(this::open), before.length + size + after.length);
  }

  /**
   * The reply to the request that this is the body of; blocks until it is there.
   *
   * @throws MediaException if the media could not be read, or the thread is interrupted
   */
  public <T> T reply(Future<T> exchange) {
    var reply = StorageCalls.await(exchange);
    var failure = readFailure;
    if (failure != null) {
      throw failure instanceof MediaException unreadable
          ? unreadable
          : new MediaException("Cannot read " + media + ": " + failure, failure);
    }
    return reply;
  }

  private synchronized InputStream open() {
    try {
      requireOpen();
      opened = new MediaStream(source.open());
    } catch (IOException e) {
      readFailure = e;
      throw new UncheckedIOException(e);
    } catch (MediaException e) {
      readFailure = e;
      throw e;
    }
    var parts = List.of(new ByteArrayInputStream(before), opened, new ByteArrayInputStream(after));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the upload was given up");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (opened != null) {
        opened.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps why the media cannot be read: the HTTP client makes a lost connection of it. */
  private final class MediaStream extends FilterInputStream {
    private long left = size;

    MediaStream(InputStream media) {
      super(media);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        requireOpen();
        var count = super.read(buffer, offset, length);
        left -= Math.max(0, count);
        if (count < 0 ? left > 0 : left < 0) {
          throw new IOException("its size has changed");
        }
        return count;
      } catch (IOException e) {
        readFailure = e;
        throw e;
      }
    }
  }
}
