package dev.callsheet.tests.differential;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * A model whose request schema is published.
 *
 * @param slug its name in the documentation
 * @param schema of one task
 * @param cases tasks with the result that two other validators agree on; may be none
 */
record PublishedModel(String slug, JsonNode schema, List<Case> cases) {

  /** A task that is known to be right or wrong. */
  record Case(String name, boolean valid, JsonNode request) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All that there are. */
  static Stream<PublishedModel> all() {
    return Stream.of(
            "klingai-video-2-6-pro",
            "bfl-flux-1-dev",
            "bfl-flux-3-image",
            "openai-gpt-image-2-5-flare",
            "clarity",
            "bria-video-background-removal",
            "alibaba-qwen3-tts-1-7b-base")
        .map(PublishedModel::of);
  }

  /** What the catalogue knows of it. */
  ModelSpec model() {
    String id = schema.at("/properties/model/const").stringValue();
    return ModelCatalogue.bundled().find(id).orElseThrow();
  }

  @Override
  public String toString() {
    return slug;
  }

  private static PublishedModel of(String slug) {
    JsonNode schema = Objects.requireNonNull(read(slug + ".schema.json"));
    JsonNode cases = read(slug + ".cases.json");
    return new PublishedModel(
        slug,
        schema,
        cases == null
            ? List.of()
            : JsonSchemas.JSON.convertValue(cases, new TypeReference<List<Case>>() {}));
  }

  private static @Nullable JsonNode read(String name) {
    try (InputStream in = PublishedModel.class.getResourceAsStream("/published/" + name)) {
      return in == null ? null : JsonSchemas.JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
