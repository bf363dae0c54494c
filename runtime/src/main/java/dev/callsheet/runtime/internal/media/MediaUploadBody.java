package dev.callsheet.runtime.internal.media;

import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request that stores a piece of local media, written while it is sent: the JSON around the
 * media is short, and the media itself is never in memory as a whole. To be sent once; closing it
 * ends a sending that is under way.
 */
final class MediaUploadBody implements AutoCloseable {
  private final LocalMedia media;
  private final byte[] before;
  private final byte[] after;
  private @Nullable InputStream opened;
  private boolean closed;

  MediaUploadBody(LocalMedia media) {
    var json = WireJson.MAPPER.writeValueAsString(List.of(MediaStorageTask.upload("")));
    var hole = json.lastIndexOf("\"\"") + 1;
    this.media = media;
    this.before = json.substring(0, hole).getBytes(StandardCharsets.UTF_8);
    this.after = json.substring(hole).getBytes(StandardCharsets.UTF_8);
  }

  BodyPublisher publisher() {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(this::open),
        before.length + media.dataUriLength() + after.length);
  }

  private synchronized InputStream open() {
    try {
      if (closed) {
        throw new IOException("the upload was given up");
      }
      var parts =
          List.of(
              new ByteArrayInputStream(before),
              media.dataUriStream(),
              new ByteArrayInputStream(after));
      opened = new SequenceInputStream(Collections.enumeration(parts));
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
}
