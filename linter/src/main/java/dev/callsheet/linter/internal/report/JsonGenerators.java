package dev.callsheet.linter.internal.report;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Generators of indented JSON. */
public final class JsonGenerators {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonGenerators() {}

  /** A generator that leaves {@code out} open. */
  public static JsonGenerator indented(Writer out) {
    return MAPPER.createGenerator(out);
  }
}
