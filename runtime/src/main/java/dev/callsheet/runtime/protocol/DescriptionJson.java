package dev.callsheet.runtime.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Descriptions as JSON. */
final class DescriptionJson {
  private static final JsonInclude.Value UNLESS_EMPTY =
      JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_NULL);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultPropertyInclusion(value -> value.withValueInclusion(Include.NON_NULL))
          .withConfigOverride(List.class, lists -> lists.setInclude(UNLESS_EMPTY))
          .withConfigOverride(Map.class, maps -> maps.setInclude(UNLESS_EMPTY))
          .build();

  private DescriptionJson() {}

  /**
   * Reads a description.
   *
   * @throws IllegalArgumentException if it is none
   */
  static <T> T read(JsonNode description, Class<T> type) {
    try {
      return MAPPER.treeToValue(description, type);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
    }
  }

  /**
   * Reads a description.
   *
   * @throws IllegalArgumentException if it is none
   */
  static <T> T read(String description, Class<T> type) {
    try {
      return MAPPER.readValue(description, type);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
    }
  }

  /** A description as it is read. */
  static String write(Object description) {
    return MAPPER.writeValueAsString(description);
  }
}
