package dev.callsheet.benchmarks.checker.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of Kling AI. */
public class KlingSettingsBean {
  @JsonProperty @Nullable Boolean keepOriginalSound;
  @Valid @JsonProperty @Nullable List<ShotBean> multiPrompt;
  @JsonProperty @Nullable Boolean sound;
}
