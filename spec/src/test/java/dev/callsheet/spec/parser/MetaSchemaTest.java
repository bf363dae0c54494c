package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetaSchemaTest {
  private static JsonNode metaSchema;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in = MetaSchema.class.getResourceAsStream(MetaSchema.RESOURCE)) {
      metaSchema = JsonMapper.shared().readTree(in);
    }
  }

  @Test
  void isItselfAValidSchema() {
    Schema draft202012 =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(metaSchema.path("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(draft202012.validate(metaSchema)).isEmpty();
  }

  @Test
  void explainsEveryKey() {
    List<String> unexplained = new ArrayList<>();
    for (JsonNode definition : metaSchema.path("$defs").values()) {
      collectUnexplained(definition, unexplained);
    }

    assertThat(unexplained).isEmpty();
  }

  @Test
  void everyPatternHasAnErrorMessage() {
    List<JsonNode> patterns = metaSchema.findParents("pattern");

    assertThat(patterns)
        .filteredOn(schema -> schema.path("pattern").isString())
        .isNotEmpty()
        .allMatch(schema -> schema.path(MetaSchema.PATTERN_MESSAGE).isString());
  }

  private static void collectUnexplained(JsonNode schema, List<String> unexplained) {
    schema
        .path("properties")
        .propertyStream()
        .forEach(
            key -> {
              if (!isExplained(key.getValue())) {
                unexplained.add(key.getKey());
              }
              collectUnexplained(key.getValue(), unexplained);
            });
    if (schema.has("items")) {
      collectUnexplained(schema.path("items"), unexplained);
    }
  }

  private static boolean isExplained(JsonNode schema) {
    JsonNode meant = schema;
    while (!meant.has("description") && meant.has("$ref")) {
      meant = metaSchema.at(meant.path("$ref").stringValue().substring(1));
    }
    return meant.has("title") && meant.has("description");
  }
}
