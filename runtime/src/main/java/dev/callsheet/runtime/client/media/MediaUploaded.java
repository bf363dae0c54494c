package dev.callsheet.runtime.client.media;

import java.time.Duration;

/**
 * A piece of media was stored.
 *
 * @param parameter what stands for it in requests: a UUID, or an address
 * @param bytes how large it is; 0 when the server fetched it itself
 * @param duration the time from the first attempt on
 */
public record MediaUploaded(String parameter, long bytes, Duration duration) {}
