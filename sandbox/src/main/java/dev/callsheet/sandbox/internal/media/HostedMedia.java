package dev.callsheet.sandbox.internal.media;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of media that can be fetched.
 *
 * @param uuid its identifier
 * @param taskUUID the task it is a result of, or that stored it
 * @param content what it is made of
 * @param url where it can be fetched
 * @param expires when it is deleted; null for never
 */
public record HostedMedia(
    UUID uuid, String taskUUID, HostedMediaContent content, URI url, @Nullable Instant expires) {

  /** Whether a media parameter names it. */
  boolean isNamed(String parameter) {
    return parameter.equalsIgnoreCase(uuid.toString()) || parameter.equals(url.toString());
  }
}
