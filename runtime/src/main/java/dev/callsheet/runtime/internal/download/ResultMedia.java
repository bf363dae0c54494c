package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.internal.datauri.DataUri;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.wire.MediaAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of media of a result is, and what it should be.
 *
 * @param address where it can be fetched; null where it says none that can be read
 * @param dataUri the media as a data URI; null where there is none
 * @param base64 the media as Base64; null where there is none
 * @param kind what it is; null where nothing says so
 * @param written the address as the server wrote it; null where there is none
 */
public record ResultMedia(
    @Nullable URI address,
    @Nullable String dataUri,
    @Nullable String base64,
    @Nullable MediaKind kind,
    @Nullable String written) {

  private static final int MAX_SHOWN_LENGTH = 300;

  /** Media at an address, which may be a data URI. */
  public static ResultMedia at(String written, @Nullable MediaKind kind) {
    return DataUri.isDataUri(written)
        ? new ResultMedia(null, written, null, kind, null)
        : new ResultMedia(MediaAddress.parse(written).orElse(null), null, null, kind, written);
  }

  /** The address as the server wrote it, without its query, to be shown; empty if there is none. */
  Optional<String> writtenAddress() {
    return Optional.ofNullable(written)
        .map(text -> DisplayText.line(text.split("[?#]", 2)[0], MAX_SHOWN_LENGTH));
  }
}
