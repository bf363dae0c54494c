package dev.callsheet.sandbox.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A short video that stands in for a rendered one. */
public record Clip(Frame frame, Container container) {
  /** The file's content, a few dozen kilobytes. */
  public byte[] bytes() {
    String name = frame.keyword() + "." + container.extension();
    try (InputStream stream = Clip.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the clip " + name + " is missing from the jar");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
