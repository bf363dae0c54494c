package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The spec that uses every construct of the language, and names for its parts. */
final class CompleteSpec {
  private CompleteSpec() {}

  static ModelSpec parse() {
    java.nio.file.Path folder = java.nio.file.Path.of("src/test/resources/whole-spec");
    try {
      String text = Files.readString(folder.resolve("everything.yaml"));
      return new SpecParser(new TestIncludeResolver(folder)).parse("everything.yaml", text);
    } catch (IOException | SpecException e) {
      throw new AssertionError(e);
    }
  }

  static ParameterPath path(String text) {
    return ParameterPath.parse(text);
  }

  static Formula provided(String path) {
    return new Formula.Provided(path(path));
  }

  static Formula matches(String path, Facet facet) {
    return new Formula.Matches(path(path), fragment(facet));
  }

  static SchemaFragment fragment(Facet... facets) {
    return new SchemaFragment(List.of(facets));
  }

  static JsonNode json(String text) {
    JsonNode node = JsonMapper.shared().readTree(text);
    if (node.isFloatingPointNumber()) {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
    }
    return node.isNumber() ? JsonNodeFactory.instance.numberNode(new BigInteger(text)) : node;
  }
}
