package dev.callsheet.sandbox.internal.media;

/** What a piece of media is made of. */
public interface HostedMediaContent {
  /** The file's content. */
  byte[] bytes();

  /** What a server says in {@code HostedMediaContent-Type}. */
  String mediaType();

  /** The ending of a file's name, without the dot. */
  String extension();
}
