package dev.callsheet.spec.parser;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of spec files, and the validation of a file against it. */
final class MetaSchema {
  /** The schema on the class path. */
  static final String RESOURCE = "/callsheet/schema/callsheet-1.schema.json";

  /** A keyword that editors know: the message when a {@code pattern} is not matched. */
  static final String PATTERN_MESSAGE = "patternErrorMessage";

  private final JsonNode json;
  private final Schema schema;

  private MetaSchema(JsonNode text) {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword(PATTERN_MESSAGE))
            .build();
    this.json = text;
    this.schema = SchemaRegistry.withDialect(dialect).getSchema(text);
  }

  /** The schema, read once. */
  static MetaSchema bundled() {
    return Holder.BUNDLED;
  }

  /** Reports every violation of the schema in a file. */
  void validate(YamlNode file, ProblemCollector problems) {
    List<Error> errors = schema.validate(file.json());
    Map<NodePath, List<String>> unknownKeys =
        errors.stream()
            .filter(error -> error.getKeyword().equals("additionalProperties"))
            .collect(
                Collectors.groupingBy(
                    Error::getInstanceLocation,
                    Collectors.mapping(Error::getProperty, Collectors.toList())));
    for (Error error : errors) {
      List<String> unknown = unknownKeys.getOrDefault(error.getInstanceLocation(), List.of());
      if (!isMisspelt(error, unknown)) {
        MetaSchemaViolation violation = new MetaSchemaViolation(error, file, json);
        problems.report(violation.location(), violation.message());
      }
    }
  }

  /** Whether a key that is missing is there in a misspelt form, which is reported by itself. */
  private static boolean isMisspelt(Error error, List<String> unknown) {
    return error.getKeyword().equals("required")
        && SpellingSuggestion.nearest(error.getProperty(), unknown).isPresent();
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
