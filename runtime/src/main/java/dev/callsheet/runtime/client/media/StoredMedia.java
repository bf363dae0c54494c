package dev.callsheet.runtime.client.media;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of media in the account's storage.
 *
 * @param mediaUUID its identifier, to be used in requests
 * @param mediaURL where it can be fetched; null when the server does not say
 */
public record StoredMedia(UUID mediaUUID, @Nullable URI mediaURL) {
  /** The value of a media parameter. */
  public String parameter() {
    return mediaUUID.toString();
  }
}
