package dev.callsheet.benchmarks.checker.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The media that a task works from. */
public class VideoInputsBean {
  @JsonProperty @Nullable List<@ValidMedia String> referenceImages;
  @Valid @JsonProperty @Nullable List<FrameImageBean> frameImages;

  @ValidMedia(data = false)
  @JsonProperty
  @Nullable String video;

  @JsonProperty @Nullable List<@ValidMedia(data = false) String> referenceVideos;
  @Valid @JsonProperty @Nullable List<ElementBean> elements;
}
