package dev.callsheet.runtime.client.download;

import java.nio.file.Path;

/**
 * A result's media on disk.
 *
 * @param file where it is
 * @param bytes how large it is
 * @param sha256 the SHA-256 of what is in the file, in hexadecimal
 */
public record DownloadedFile(Path file, long bytes, String sha256) {}
