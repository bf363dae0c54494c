package dev.callsheet.sandbox.internal.media;

import java.math.BigDecimal;
import java.util.Optional;

/** What a piece of media is made of. */
public interface HostedMediaContent {
  /** The file's content, which is not to be changed. It may be made anew for each call. */
  byte[] bytes();

  /** How long it is, in seconds; empty where it has no length, or nobody knows it. */
  Optional<BigDecimal> seconds();

  /** How large it is to see; empty where that is nothing to see, or nobody knows it. */
  Optional<PixelSize> size();

  /** What a server says in {@code Content-Type}. */
  String mediaType();

  /** The ending of a file's name, without the dot. */
  String extension();
}
