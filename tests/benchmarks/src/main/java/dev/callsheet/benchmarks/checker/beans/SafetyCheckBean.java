package dev.callsheet.benchmarks.checker.beans;

import com.acme.models.klingvideo30omnipro.SafetyMode;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How generated content is checked for safety. */
public class SafetyCheckBean {
  @JsonProperty @Nullable Boolean checkContent;
  @JsonProperty @Nullable SafetyMode mode;
}
