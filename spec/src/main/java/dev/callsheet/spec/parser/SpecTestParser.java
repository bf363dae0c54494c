package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.SpecTest;
import dev.callsheet.spec.model.SpecTest.Expected;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tests of a model: those in its own file, and those in a file beside it. */
public final class SpecTestParser {
  private final DeprecationParser deprecations;

  SpecTestParser(ProblemCollector problems) {
    this.deprecations = new DeprecationParser(problems);
  }

  /**
   * The tests in a file of their own.
   *
   * @throws SpecException when something is wrong; it names all that is
   */
  public static List<SpecTest> parse(SourceText source) throws SpecException {
    ProblemCollector problems = new ProblemCollector();
    problems.addSource(source);
    Optional<YamlNode> root = YamlParser.parse(source, problems::report);
    root.ifPresent(file -> MetaSchema.bundled().validate(file, problems));
    problems.throwIfAny();
    List<SpecTest> tests =
        root.flatMap(YamlNode::asMapping)
            .map(file -> new SpecTestParser(problems).parse(file.items("tests")))
            .orElse(List.of());
    problems.throwIfAny();
    return tests;
  }

  /** The tests in a list. */
  List<SpecTest> parse(List<YamlNode> nodes) {
    List<SpecTest> tests = new ArrayList<>();
    for (YamlNode node : nodes) {
      node.asMapping().ifPresent(test -> tests.add(parse(test, "mode")));
    }
    return tests;
  }

  /**
   * One test, which has its request.
   *
   * @param modeKey under which the mode stands that is expected, if one is
   */
  SpecTest parse(YamlNode.Mapping test, String modeKey) {
    return new SpecTest(
        test.text("title").orElse(""),
        test.mappingOrEmpty("request"),
        test.get("breaks").map(YamlNode::itemsOrSelf).orElse(List.of()).stream()
            .map(SpecTestParser::expected)
            .toList(),
        deprecations.date(test, "today").orElse(null),
        expected(test, modeKey),
        expected(test, "price"),
        test.location());
  }

  private static @Nullable Expected expected(YamlNode.Mapping test, String key) {
    return test.get(key).map(SpecTestParser::expected).orElse(null);
  }

  private static Expected expected(YamlNode node) {
    String value =
        node.asText()
            .or(() -> node.asDecimal().map(number -> number.stripTrailingZeros().toPlainString()))
            .orElse("");
    return new Expected(value, node.location());
  }
}
