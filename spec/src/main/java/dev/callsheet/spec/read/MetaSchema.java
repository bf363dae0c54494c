package dev.callsheet.spec.read;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.callsheet.spec.source.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shape that every spec file has, as a JSON Schema, and the check of a file against it. */
final class MetaSchema {
  /** Where the schema is found on the class path. */
  static final String RESOURCE = "/callsheet/schema/callsheet-1.schema.json";

  /** A keyword that editors know: what to say when a {@code pattern} is not matched. */
  static final String PATTERN_MESSAGE = "patternErrorMessage";

  private final JsonNode text;
  private final Schema schema;

  private MetaSchema(JsonNode text) {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword(PATTERN_MESSAGE))
            .build();
    this.text = text;
    this.schema = SchemaRegistry.withDialect(dialect).getSchema(text);
  }

  /** The schema, read once. */
  static MetaSchema bundled() {
    return Holder.BUNDLED;
  }

  /** Reports every place where a file does not have the shape of a spec. */
  void check(Node file, Problems problems) {
    for (Error error : schema.validate(file.json())) {
      ShapeMistake mistake = ShapeMistake.of(error, file, text);
      problems.report(mistake.location(), mistake.message());
    }
  }

  private static final class Holder {
    private static final MetaSchema BUNDLED = new MetaSchema(load());

    private static JsonNode load() {
      try (InputStream in = MetaSchema.class.getResourceAsStream(RESOURCE)) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(in, RESOURCE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
