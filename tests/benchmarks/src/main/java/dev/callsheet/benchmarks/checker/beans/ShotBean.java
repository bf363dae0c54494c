package dev.callsheet.benchmarks.checker.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A shot with a prompt of its own. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until it is read, and not allowed then
public class ShotBean {
  @NotNull
  @Size(min = 2, max = 2500)
  @JsonProperty
  @Nullable String prompt;

  @NotNull
  @Min(1)
  @JsonProperty
  @Nullable Integer duration;
}
