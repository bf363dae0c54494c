package dev.callsheet.runtime.client.download;

import java.util.OptionalLong;

/**
 * How far a download has come.
 *
 * @param received the bytes that are here; fewer than before when the download had to begin anew
 * @param total how many there will be; empty when the server does not say
 */
public record DownloadProgress(long received, OptionalLong total) {}
