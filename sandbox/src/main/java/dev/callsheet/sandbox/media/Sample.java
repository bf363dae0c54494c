package dev.callsheet.sandbox.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A short video or a picture that stands in for a rendered one. */
public record Sample(Frame frame, Format format) implements Content {
  /** The file's content, below thirty kilobytes. */
  @Override
  public byte[] bytes() {
    String name = frame.keyword() + "." + format.extension();
    try (InputStream stream = Sample.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the sample " + name + " is missing from the jar");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String mediaType() {
    return format.mediaType();
  }

  @Override
  public String extension() {
    return format.extension();
  }
}
