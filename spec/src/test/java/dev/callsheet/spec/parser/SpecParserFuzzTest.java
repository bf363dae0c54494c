package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever stands wherever in a spec, it is read or refused in words; nothing else happens. */
class SpecParserFuzzTest {
  private static final Path FOLDER = Path.of("src/test/resources/whole-spec");

  private static final List<JsonNode> STRANGERS =
      List.of(
              "null",
              "5",
              "\"\"",
              "\"x\"",
              "[]",
              "{}",
              "[\"x\"]",
              "{\"x\":1}",
              "[[]]",
              "-1e30",
              "\"a[].b\"",
              "\"inputs.elements[].images\"",
              "true")
          .stream()
          .map(JsonMapper.shared()::readTree)
          .toList();

  private final SpecParser reader = new SpecParser(new TestIncludeResolver(FOLDER));
  private final JsonNode spec = wholeSpec();
  private int turn;

  /** Each place meets one stranger, in turn; with {@code -Dstrangers=13} each meets them all. */
  @Test
  void parsesOrRejectsAnyValueAtAnyPosition() {
    visit(spec);
  }

  private void visit(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String key : List.copyOf(object.propertyNames())) {
        JsonNode own = object.get(key);
        replace(own, stranger -> object.set(key, stranger));
        visit(own);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        JsonNode own = array.get(i);
        replace(own, stranger -> array.set(index, stranger));
        visit(own);
      }
    }
  }

  private void replace(JsonNode own, Consumer<JsonNode> place) {
    for (int i = 0; i < Integer.getInteger("strangers", 1); i++) {
      place.accept(STRANGERS.get(turn % STRANGERS.size()));
      turn++;
      String text = spec.toString();
      assertThatCode(() -> parse(text)).as(text).doesNotThrowAnyException();
    }
    place.accept(own);
  }

  private void parse(String text) {
    try {
      reader.parse("any.yaml", text);
    } catch (SpecException refused) {
      // in words, as it should be
    }
  }

  private static JsonNode wholeSpec() {
    try {
      String text = Files.readString(FOLDER.resolve("everything.yaml"));
      return YamlParser.parse(new SourceText("everything.yaml", text), (location, message) -> {})
          .map(YamlNode::json)
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
