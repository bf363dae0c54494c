package dev.callsheet.benchmarks.checking.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of Kling AI. */
public class KlingSettings {
  @JsonProperty @Nullable Boolean keepOriginalSound;
  @Valid @JsonProperty @Nullable List<Shot> multiPrompt;
  @JsonProperty @Nullable Boolean sound;
}
