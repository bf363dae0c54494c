package dev.callsheet.runtime.client.media;

import dev.callsheet.runtime.client.error.MediaException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/**
 * A piece of media as the input of a task, in whatever form it is at hand. Requests take media as
 * strings: {@link #parameter} is that string.
 *
 * <pre>{@code
 * builder.referenceImages(List.of(Media.of(Path.of("whale.png")).thatIs(MediaKind.IMAGE).parameter()));
 * }</pre>
 */
public sealed interface Media permits LocalMedia, RemoteMedia {
  /**
   * A file.
   *
   * @throws MediaException if it is not there, cannot be read, or is empty
   */
  static LocalMedia of(Path file) {
    return LocalMedia.file(file);
  }

  /**
   * Bytes in memory; not copied.
   *
   * @throws MediaException if there are none
   */
  static LocalMedia of(byte[] bytes) {
    return LocalMedia.bytes(bytes);
  }

  /**
   * What lies at an address that the server can reach, or is written in a data URI.
   *
   * @throws MediaException if it is neither
   */
  static RemoteMedia of(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https", "data" -> new RemoteMedia(address.toString());
      case "file" ->
          throw new MediaException(
              "The server cannot reach " + address + ": give the file as a Path", null);
      default ->
          throw new MediaException(
              "Media have an http or https address, or are a data URI; this one begins with "
                  + scheme
                  + ":",
              null);
    };
  }

  /** What was stored, or was the result of a task: by its UUID. */
  static RemoteMedia of(UUID stored) {
    return new RemoteMedia(stored.toString());
  }

  /**
   * The value of a media parameter: a UUID, an address or a data URI.
   *
   * @throws MediaException if it is not stored and too large for a request, or cannot be read
   */
  String parameter();
}
