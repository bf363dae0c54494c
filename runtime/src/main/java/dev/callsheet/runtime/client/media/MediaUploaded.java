package dev.callsheet.runtime.client.media;

import java.time.Duration;

/**
 * A piece of media was stored.
 *
 * @param media where it is now
 * @param bytes how large it is; 0 when the server fetched it itself
 * @param duration the time from the first attempt on
 */
public record MediaUploaded(StoredMedia media, long bytes, Duration duration) {}
