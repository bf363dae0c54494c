package dev.callsheet.benchmarks.checking.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The media that a task works from. */
public class VideoInputs {
  @JsonProperty @Nullable List<@Media String> referenceImages;
  @Valid @JsonProperty @Nullable List<FrameImage> frameImages;

  @Media(data = false)
  @JsonProperty
  @Nullable String video;

  @JsonProperty @Nullable List<@Media(data = false) String> referenceVideos;
  @Valid @JsonProperty @Nullable List<Element> elements;
}
