package dev.callsheet.sandbox.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A short piece of media that stands in for a rendered one. */
public record SampleMedia(SampleAspectRatio aspectRatio, SampleFormat format)
    implements HostedMediaContent {
  /** The file's content, below thirty kilobytes. */
  @Override
  public byte[] bytes() {
    String subject = format.kind().hasAspectRatio() ? aspectRatio.keyword() : "sample";
    String name = subject + "." + format.extension();
    try (InputStream stream = SampleMedia.class.getResourceAsStream(name)) {
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
