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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Settings that only this model's maker has.
 *
 * @param klingai Settings of Kling AI.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"klingai"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record ProviderSettings(@JsonProperty("klingai") @Nullable Klingai klingai,
    @JsonAnyGetter Map<String, @Nullable Object> additional) {
  /** Copies what could change. */
  public ProviderSettings {
    additional = ImmutableCopies.of(additional);
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ProviderSettings of(JsonInput json) {
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
    builder.klingai = klingai;
    builder.additional.putAll(additional);
    return builder;
  }

  /** Collects the parts of a {@link ProviderSettings}. */
  @Generated
  public static final class Builder {
    private @Nullable Klingai klingai;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /** Settings of Kling AI. */
    public Builder klingai(@Nullable Klingai klingai) {
      this.klingai = klingai;
      return this;
    }

    /** Sets parts of {@code klingai}; those set before and not now stay as they are. */
    public Builder klingai(Consumer<Klingai.Builder> parts) {
      Klingai.Builder builder =
          this.klingai == null ? new Klingai.Builder() : this.klingai.toBuilder();
      parts.accept(builder);
      return klingai(builder.build());
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    public Builder additional(String name, @Nullable Object value) {
      AdditionalParameters.requireUnknown(name, "klingai");
      additional.put(name, value);
      return this;
    }

    /** All that was set so far. Nothing is checked yet. */
    public ProviderSettings build() {
      return new ProviderSettings(klingai, additional);
    }

    private void read(String name, JsonInput value) {
      switch (name) {
        case "klingai" -> this.klingai = Klingai.of(value);
        default -> additional(name, value.anyOrNull());
      }
    }
  }
}
