package dev.callsheet.runtime.client.media;

/**
 * Media given as a UUID, an address, or a data URI that stands in the request.
 *
 * @param parameter the UUID, the address or the data URI
 */
public record RemoteMedia(String parameter) implements Media {}
