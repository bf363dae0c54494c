package dev.callsheet.spec.read;

import dev.callsheet.spec.model.Example;
import dev.callsheet.spec.model.Identity;
import dev.callsheet.spec.model.Mode;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads published examples. */
final class ExampleReader {
  private final Problems problems;
  private final UriReader uris;

  ExampleReader(Problems problems) {
    this.problems = problems;
    this.uris = new UriReader(problems);
  }

  List<Example> read(List<Node> nodes, Identity identity, List<Mode> modes) {
    Set<String> shown = new LinkedHashSet<>();
    modes.forEach(mode -> shown.add(mode.name()));
    shown.addAll(identity.capabilities());
    List<Example> examples = new ArrayList<>();
    for (Node node : nodes) {
      node.asMapping().ifPresent(example -> read(example, shown, examples));
    }
    return examples;
  }

  private void read(Node.Mapping example, Set<String> shown, List<Example> examples) {
    String mode = example.text("mode").orElse("");
    if (!mode.isEmpty() && !shown.contains(mode)) {
      problems.report(
          example.get("mode").orElse(example).location(),
          "`"
              + mode
              + "` is neither a mode nor a capability of the model"
              + Suggestion.hint(mode, shown));
    }
    uris.read(example, "media")
        .ifPresent(
            media -> examples.add(new Example(example.text("title").orElse(""), mode, media)));
  }
}
