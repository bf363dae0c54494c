package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.ImmutableCopies;
import dev.callsheet.runtime.support.JsonInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How generated content is checked for safety.
 *
 * @param checkContent Whether content is checked at all. {@code false} when not set.
 * @param mode How thoroughly the frames of a video are checked. {@code none} when not set.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"checkContent", "mode"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record Safety(@JsonProperty("checkContent") @Nullable Boolean checkContent,
    @JsonProperty("mode") @Nullable SafetyMode mode,
    @JsonAnyGetter Map<String, @Nullable Object> additional) {
  /** Copies what could change. */
  public Safety {
    additional = ImmutableCopies.of(additional);
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Safety of(JsonInput json) {
    Builder builder = new Builder();
    json.members(builder::read);
    return builder.build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.checkContent = checkContent;
    builder.mode = mode;
    builder.additional.putAll(additional);
    return builder;
  }

  /** Collects the parts of a {@link Safety}. */
  @Generated
  public static final class Builder {
    private @Nullable Boolean checkContent;

    private @Nullable SafetyMode mode;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /** Whether content is checked at all. {@code false} when not set. */
    public Builder checkContent(@Nullable Boolean checkContent) {
      this.checkContent = checkContent;
      return this;
    }

    /** How thoroughly the frames of a video are checked. {@code none} when not set. */
    public Builder mode(@Nullable SafetyMode mode) {
      this.mode = mode;
      return this;
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    public Builder additional(String name, @Nullable Object value) {
      AdditionalParameters.requireUnknown(name, "checkContent", "mode");
      additional.put(name, value);
      return this;
    }

    /** All that was set so far. Nothing is checked yet. */
    public Safety build() {
      return new Safety(checkContent, mode, additional);
    }

    private void read(String name, JsonInput value) {
      switch (name) {
        case "checkContent" -> this.checkContent = value.flag();
        case "mode" -> this.mode = SafetyMode.of(value.text());
        default -> additional(name, value.anyOrNull());
      }
    }
  }
}
