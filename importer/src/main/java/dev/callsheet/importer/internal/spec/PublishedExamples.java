package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.PublishedFile;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares published examples of requests with the parameters that are described. What an example
 * has beyond them the platform had once, or never, and drops without a word wherever other members
 * are allowed; the spec refuses it.
 */
final class PublishedExamples {
  private final ParameterTree parameters;
  private final FindingCollector findings;

  private PublishedExamples(ParameterTree parameters, FindingCollector findings) {
    this.parameters = parameters;
    this.findings = findings;
  }

  /** Reports what the examples of a file have beyond the parameters of requests. */
  static void report(PublishedFile file, ObjectNode request, FindingCollector findings) {
    PublishedExamples examples = new PublishedExamples(new ParameterTree(request), findings);
    List<SchemaNode> all = new ArrayList<>(file.request().items("examples"));
    file.request().get("example").ifPresent(all::add);
    file.about("default_example").flatMap(run -> run.get("input")).ifPresent(all::add);
    all.forEach(example -> examples.members(example, ParameterPath.ROOT));
  }

  private void members(SchemaNode object, ParameterPath path) {
    Set<String> known = parameters.members(path);
    for (String name : object.isObject() ? object.names() : Set.<String>of()) {
      SchemaNode value = object.get(name).orElse(object);
      if (known.contains(name)) {
        members(value, path.member(name));
      } else if (!known.isEmpty()) {
        findings.add(
            Kind.DAMAGED,
            value.location(),
            "an example sends `"
                + path.member(name)
                + "`, which is not described: the platform drops it in silence or has it no more,"
                + " and the spec refuses it"
                + SpellingSuggestion.hint(name, known));
      }
    }
  }
}
