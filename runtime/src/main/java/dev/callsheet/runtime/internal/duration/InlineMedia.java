package dev.callsheet.runtime.internal.duration;

import dev.callsheet.runtime.internal.datauri.DataUri;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;

/** Media that travels inside requests. */
public final class InlineMedia {
  /** No media of any length is shorter, in Base64; addresses and UUIDs mostly are. */
  private static final int SHORTEST = 60;

  private InlineMedia() {}

  /**
   * How many seconds it lasts.
   *
   * @param media a data URI or Base64; anything else is not known here
   */
  public static Optional<BigDecimal> seconds(String media) {
    if (media.length() < SHORTEST) {
      return Optional.empty();
    }
    try (InputStream bytes = open(media)) {
      return MediaDuration.of(bytes);
    } catch (IOException | IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  private static InputStream open(String media) {
    return DataUri.isDataUri(media) ? DataUri.parse(media).open() : DataUri.openBase64(media);
  }
}
