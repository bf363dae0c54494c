package dev.callsheet.runtime;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One result of a task: a piece of media by URL, by data URI or as Base64, whichever came. */
public interface ModelResult {
  /** The identifier of the piece of media, where the model gives one. */
  @Nullable UUID mediaUUID();

  /** Where the media can be fetched. */
  @Nullable URI mediaURL();

  /** The media itself as Base64. */
  @Nullable String mediaBase64Data();

  /** The media itself as a data URI. */
  @Nullable String mediaDataURI();
}
