package dev.callsheet.benchmarks.checker.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Settings that only this model's maker has. */
public class ProviderSettingsBean {
  @Valid @JsonProperty @Nullable KlingSettingsBean klingai;
}
