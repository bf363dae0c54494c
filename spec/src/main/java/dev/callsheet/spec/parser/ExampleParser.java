package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.PublishedExample;
import dev.callsheet.spec.model.SpecTest;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads published examples. */
final class ExampleParser {
  private final ProblemCollector problems;
  private final UriParser uris;
  private final SpecTestParser tests;

  ExampleParser(ProblemCollector problems) {
    this.problems = problems;
    this.uris = new UriParser(problems);
    this.tests = new SpecTestParser(problems);
  }

  List<PublishedExample> parse(
      List<YamlNode> nodes, ModelMetadata metadata, List<ModelMode> modes) {
    Set<String> known = new LinkedHashSet<>();
    modes.forEach(mode -> known.add(mode.name()));
    known.addAll(metadata.capabilities());
    List<PublishedExample> examples = new ArrayList<>();
    for (YamlNode node : nodes) {
      node.asMapping().ifPresent(example -> parse(example, known, examples));
    }
    return examples;
  }

  private void parse(YamlNode.Mapping example, Set<String> known, List<PublishedExample> examples) {
    String mode = example.text("mode").orElse("");
    if (!mode.isEmpty() && !known.contains(mode)) {
      problems.report(
          example.get("mode").orElse(example).location(),
          "`"
              + mode
              + "` is neither a mode nor a capability of the model"
              + SpellingSuggestion.hint(mode, known));
    }
    uris.parse(example, "media")
        .ifPresent(
            media ->
                examples.add(
                    new PublishedExample(
                        example.text("title").orElse(""),
                        mode,
                        media,
                        example.get("request").map(YamlNode::json).orElse(null))));
  }

  /** The requests of examples, which must be valid and of the mode that they show, as tests. */
  List<SpecTest> tests(List<YamlNode> nodes, List<ModelMode> modes) {
    List<SpecTest> found = new ArrayList<>();
    for (YamlNode node : nodes) {
      node.asMapping()
          .filter(example -> example.has("request"))
          .ifPresent(example -> found.add(tests.parse(example, modeKey(example, modes))));
    }
    return found;
  }

  /** What an example shows may be a capability instead, of which nothing can be expected. */
  private static String modeKey(YamlNode.Mapping example, List<ModelMode> modes) {
    String shown = example.text("mode").orElse("");
    return modes.stream().anyMatch(mode -> mode.name().equals(shown)) ? "mode" : "";
  }
}
