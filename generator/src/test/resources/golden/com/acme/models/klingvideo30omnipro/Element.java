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
import dev.callsheet.runtime.support.RequiredMembers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Characters and objects to reuse, each made of images, videos or voices and kept for later tasks.
 * Prompts call them {@code <<<element_1>>>}, {@code <<<element_2>>>} and so on, in the order of
 * this list.
 *
 * @param id A unique name, new to create an element, known to use one created before.
 * @param description What the element is.
 * @param frontalImage The element seen from the front. An element made of images cannot do without.
 * @param images Further views of the element, beside its frontal image. At most 3 items.
 * @param videos The element in motion, in place of images and voices.
 * @param voices How the element sounds. Goes with images, not with videos.
 * @param tags Words to file the element under.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "description", "frontalImage", "images", "videos", "voices", "tags"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record Element(@JsonProperty("id") String id,
    @JsonProperty("description") @Nullable String description,
    @JsonProperty("frontalImage") @Nullable String frontalImage,
    @JsonProperty("images") @Nullable List<String> images,
    @JsonProperty("videos") @Nullable List<String> videos,
    @JsonProperty("voices") @Nullable List<String> voices,
    @JsonProperty("tags") @Nullable List<String> tags,
    @JsonAnyGetter Map<String, @Nullable Object> additional) {
  /** Copies what could change. */
  public Element {
    id = RequiredMembers.of(id, "id", Element.class);
    images = ImmutableCopies.of(images, "images");
    videos = ImmutableCopies.of(videos, "videos");
    voices = ImmutableCopies.of(voices, "voices");
    tags = ImmutableCopies.of(tags, "tags");
    additional = ImmutableCopies.of(additional);
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Element of(JsonInput json) {
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
    builder.id = id;
    builder.description = description;
    builder.frontalImage = frontalImage;
    builder.images = images;
    builder.videos = videos;
    builder.voices = voices;
    builder.tags = tags;
    builder.additional.putAll(additional);
    return builder;
  }

  /** Collects the parts of a {@link Element}. */
  @Generated
  public static final class Builder {
    private @Nullable String id;

    private @Nullable String description;

    private @Nullable String frontalImage;

    private @Nullable List<String> images;

    private @Nullable List<String> videos;

    private @Nullable List<String> voices;

    private @Nullable List<String> tags;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /** A unique name, new to create an element, known to use one created before. */
    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    /** What the element is. */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /**
     * The element seen from the front. An element made of images cannot do without.
     *
     * <ul>
     *   <li>An element with {@code images} needs a {@code frontalImage} as well, so add one.
     * </ul>
     */
    public Builder frontalImage(@Nullable String frontalImage) {
      this.frontalImage = frontalImage;
      return this;
    }

    /**
     * Further views of the element, beside its frontal image. At most 3 items.
     *
     * <ul>
     *   <li>An element with {@code images} needs a {@code frontalImage} as well, so add one.
     *   <li>An element of {@code videos} stands alone, so leave out its {@code images} and {@code
     *       voices}, or its {@code videos}.
     * </ul>
     */
    public Builder images(@Nullable List<String> images) {
      this.images = images;
      return this;
    }

    /** Sets {@code images} to these. */
    public Builder images(String... images) {
      return images(Arrays.asList(images));
    }

    /**
     * The element in motion, in place of images and voices.
     *
     * <ul>
     *   <li>An element of {@code videos} stands alone, so leave out its {@code images} and {@code
     *       voices}, or its {@code videos}.
     * </ul>
     */
    public Builder videos(@Nullable List<String> videos) {
      this.videos = videos;
      return this;
    }

    /** Sets {@code videos} to these. */
    public Builder videos(String... videos) {
      return videos(Arrays.asList(videos));
    }

    /**
     * How the element sounds. Goes with images, not with videos.
     *
     * <ul>
     *   <li>An element of {@code videos} stands alone, so leave out its {@code images} and {@code
     *       voices}, or its {@code videos}.
     * </ul>
     */
    public Builder voices(@Nullable List<String> voices) {
      this.voices = voices;
      return this;
    }

    /** Sets {@code voices} to these. */
    public Builder voices(String... voices) {
      return voices(Arrays.asList(voices));
    }

    /** Words to file the element under. */
    public Builder tags(@Nullable List<String> tags) {
      this.tags = tags;
      return this;
    }

    /** Sets {@code tags} to these. */
    public Builder tags(String... tags) {
      return tags(Arrays.asList(tags));
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    public Builder additional(String name, @Nullable Object value) {
      AdditionalParameters.requireUnknown(name, "id", "description", "frontalImage", "images",
          "videos", "voices", "tags");
      additional.put(name, value);
      return this;
    }

    /**
     * All that was set so far. Nothing is checked yet.
     *
     * @throws IllegalArgumentException when something is missing that is required
     */
    public Element build() {
      return new Element(RequiredMembers.of(id, "id", Element.class), description, frontalImage,
          images, videos, voices, tags, additional);
    }

    private void read(String name, JsonInput value) {
      switch (name) {
        case "id" -> this.id = value.text();
        case "description" -> this.description = value.text();
        case "frontalImage" -> this.frontalImage = value.text();
        case "images" -> this.images = value.list(JsonInput::text);
        case "videos" -> this.videos = value.list(JsonInput::text);
        case "voices" -> this.voices = value.list(JsonInput::text);
        case "tags" -> this.tags = value.list(JsonInput::text);
        default -> additional(name, value.anyOrNull());
      }
    }
  }
}
