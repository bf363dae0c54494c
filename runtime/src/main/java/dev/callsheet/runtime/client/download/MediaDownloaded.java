package dev.callsheet.runtime.client.download;

import java.time.Duration;
import java.util.UUID;

/**
 * A result was written to disk.
 *
 * @param job the job's id
 * @param file the file
 * @param duration the time since the first attempt
 */
public record MediaDownloaded(UUID job, DownloadedFile file, Duration duration) {}
