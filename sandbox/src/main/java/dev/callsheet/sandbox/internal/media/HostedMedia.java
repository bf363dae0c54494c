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
 * @param storedAt when it was stored
 * @param url where it can be fetched
 * @param expires when it is deleted; null for never
 */
public record HostedMedia(
    UUID uuid,
    String taskUUID,
    HostedMediaContent content,
    Instant storedAt,
    URI url,
    @Nullable Instant expires) {}
