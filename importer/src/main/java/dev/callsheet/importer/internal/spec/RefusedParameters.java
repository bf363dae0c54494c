package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.source.SourceLocation;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the parameters that the language refuses, each in a draft of its own, so that one damaged
 * schema does not make a whole file useless. A default that its own parameter does not allow is
 * left out; where that is not enough, the parameter is.
 */
final class RefusedParameters {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Function<SpecDraft, List<CheckFinding>> errors;
  private final SourceLocation start;
  private final FindingCollector findings;

  /**
   * A search.
   *
   * @param errors what the language says of a draft; empty when it is a spec
   * @param start where the findings are said to be
   */
  RefusedParameters(
      Function<SpecDraft, List<CheckFinding>> errors,
      SourceLocation start,
      FindingCollector findings) {
    this.errors = errors;
    this.start = start;
    this.findings = findings;
  }

  /** The draft without them; the same where there are none. */
  SpecDraft leftOut(SpecDraft draft) {
    ObjectNode request = draft.request().deepCopy();
    ObjectNode parameters = (ObjectNode) request.path("properties");
    Set<String> ofOthers = messages(errors.apply(draft.with(NODES.objectNode())));
    for (String name : List.copyOf(parameters.propertyNames())) {
      JsonNode shape = parameters.get(name);
      List<String> refused = reasons(draft, name, shape, ofOthers);
      if (!refused.isEmpty()) {
        JsonNode without = withoutDefaults(shape.deepCopy());
        boolean isMended = reasons(draft, name, without, ofOthers).isEmpty();
        if (isMended) {
          parameters.set(name, without);
        } else {
          parameters.remove(name);
          removeRequired(request, name);
        }
        findings.add(
            Kind.NOT_IMPORTED,
            start,
            (isMended ? "the default of `" : "`") + name + "` is left out: " + refused.get(0));
      }
    }
    return request.equals(draft.request()) ? draft : draft.withRequest(request);
  }

  /** Why the language refuses a parameter, apart from what it misses where there is none. */
  private List<String> reasons(SpecDraft draft, String name, JsonNode shape, Set<String> ofOthers) {
    ObjectNode alone = NODES.objectNode();
    alone.set(name, shape);
    return messages(errors.apply(draft.with(alone))).stream()
        .filter(message -> !ofOthers.contains(message))
        .toList();
  }

  private static Set<String> messages(List<CheckFinding> flaws) {
    return flaws.stream()
        .map(CheckFinding::message)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static JsonNode withoutDefaults(JsonNode shape) {
    if (shape instanceof ObjectNode object && !object.path("default").isObject()) {
      object.remove("default");
    }
    shape.forEach(RefusedParameters::withoutDefaults);
    return shape;
  }

  private static void removeRequired(ObjectNode request, String name) {
    Iterator<JsonNode> required = request.path("required").iterator();
    while (required.hasNext()) {
      if (required.next().asString("").equals(name)) {
        required.remove();
      }
    }
    if (request.path("required").isEmpty()) {
      request.remove("required");
    }
  }
}
