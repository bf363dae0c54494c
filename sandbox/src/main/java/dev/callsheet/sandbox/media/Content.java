package dev.callsheet.sandbox.media;

/** What a piece of media is made of. */
public interface Content {
  /** The file's content. */
  byte[] bytes();

  /** What a server says in {@code Content-Type}. */
  String mediaType();

  /** The ending of a file's name, without the dot. */
  String extension();
}
