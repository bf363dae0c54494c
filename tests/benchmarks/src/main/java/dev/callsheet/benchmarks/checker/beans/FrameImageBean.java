package dev.callsheet.benchmarks.checker.beans;

import com.acme.models.klingvideo30omnipro.Frame;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** An image to use as a frame: bare, or with its place. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until it is read, and not allowed then
public class FrameImageBean {
  @NotNull @ValidMedia @JsonProperty @Nullable String image;

  @JsonProperty @Nullable Frame frame;

  /** An image alone. */
  @JsonCreator
  static FrameImageBean of(String image) {
    FrameImageBean bare = new FrameImageBean();
    bare.image = image;
    return bare;
  }
}
