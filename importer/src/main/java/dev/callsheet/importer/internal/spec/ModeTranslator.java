package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.internal.text.KebabCase;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates {@code x-modes}: ways to use a model, each by the media that it takes, and how many
 * frames where that tells them apart.
 */
final class ModeTranslator {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ParameterTree parameters;

  private final FindingCollector findings;

  ModeTranslator(ParameterTree parameters, FindingCollector findings) {
    this.parameters = parameters;
    this.findings = findings;
  }

  /** The modes by their names; empty where there are not at least two to tell apart. */
  ObjectNode modes(List<SchemaNode> published) {
    ObjectNode modes = NODES.objectNode();
    for (SchemaNode mode : published) {
      String name = KebabCase.of(mode.text("id").orElse("").replace("+", "-and-"));
      if (!name.isEmpty() && !modes.has(name)) {
        modes.putObject(name).set("provides", provides(mode));
      } else {
        report(mode, "a mode is left out: it has no name, or that of another one");
      }
    }
    if (modes.size() == 1) {
      report(published.get(0), "the only mode is left out: it tells no requests apart");
    }
    return modes.size() < 2 ? NODES.objectNode() : modes;
  }

  private void report(SchemaNode mode, String message) {
    findings.add(Kind.NOTE, mode.location(), message);
  }

  private ArrayNode provides(SchemaNode mode) {
    ArrayNode provides = NODES.arrayNode();
    for (String input : mode.texts("inputs")) {
      ParameterPath nested = ParameterPath.ROOT.member("inputs").member(input);
      String path = parameters.exists(nested) ? nested.toString() : input;
      int frames = mode.texts("frames").size();
      if (frames > 0 && input.equals("frameImages")) {
        ObjectNode counted = NODES.objectNode();
        counted.putObject(path).put(frames == 1 ? "maxItems" : "minItems", frames);
        provides.add(counted);
      } else {
        provides.add(path);
      }
    }
    return provides;
  }
}
