package dev.callsheet.benchmarks.checking.beans;

import com.acme.models.klingvideo30omnipro.Frame;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** An image to use as a frame: bare, or with its place. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until it is read, and not allowed then
public class FrameImage {
  @NotNull @Media @JsonProperty @Nullable String image;

  @JsonProperty @Nullable Frame frame;

  /** An image alone. */
  @JsonCreator
  static FrameImage of(String image) {
    FrameImage bare = new FrameImage();
    bare.image = image;
    return bare;
  }
}
