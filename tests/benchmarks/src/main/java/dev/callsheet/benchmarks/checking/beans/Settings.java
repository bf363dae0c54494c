package dev.callsheet.benchmarks.checking.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Settings that only this model's maker has. */
public class Settings {
  @Valid @JsonProperty @Nullable KlingSettings klingai;
}
