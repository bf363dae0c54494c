package dev.callsheet.benchmarks.checker.beans;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A character or an object to reuse. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until it is read, and not allowed then
public class ElementBean {
  @NotNull @JsonProperty @Nullable String id;
  @JsonProperty @Nullable String description;
  @JsonProperty @Nullable String frontalImage;

  @Size(max = 3)
  @JsonProperty
  @Nullable List<String> images;

  @JsonProperty @Nullable List<String> videos;
  @JsonProperty @Nullable List<String> voices;
  @JsonProperty @Nullable List<String> tags;

  @AssertTrue
  @JsonIgnore
  public boolean isFrontalImageThere() {
    return images == null || frontalImage != null;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isOfVideosAlone() {
    return videos == null || (images == null && voices == null);
  }
}
