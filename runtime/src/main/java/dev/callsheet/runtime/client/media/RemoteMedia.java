package dev.callsheet.runtime.client.media;

/**
 * Media that are referred to, not sent.
 *
 * @param parameter the UUID, the address or the data URI
 */
public record RemoteMedia(String parameter) implements Media {}
