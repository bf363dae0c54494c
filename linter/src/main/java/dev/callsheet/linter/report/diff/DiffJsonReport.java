package dev.callsheet.linter.report.diff;

import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.diff.VersionStep;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: one JSON object with all changes, and the largest step. */
public final class DiffJsonReport implements DiffReport {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public void write(List<SpecChanges> specs, Appendable out) throws IOException {
    ObjectNode report = MAPPER.createObjectNode();
    ArrayNode changes = report.putArray("changes");
    for (SpecChanges spec : specs) {
      spec.changes().forEach(change -> add(spec.model(), change, changes.addObject()));
    }
    VersionStep step =
        specs.stream()
            .map(SpecChanges::step)
            .max(Comparator.naturalOrder())
            .orElse(VersionStep.NONE);
    report.put("step", step.id());
    out.append(MAPPER.writeValueAsString(report)).append('\n');
  }

  private static void add(String model, SpecChange change, ObjectNode json) {
    json.put("kind", change.kind().id())
        .put("breaking", change.isBreaking())
        .put("decided", change.isCertain())
        .put("model", model)
        .put("subject", change.subject())
        .put("rule", change.rule().isEmpty() ? null : change.rule())
        .put("message", change.message());
    if (!change.isCertain()) {
      json.put("reason", change.openReason());
    }
    json.put("file", change.location().file())
        .put("line", change.location().line())
        .put("column", change.location().column());
    if (change.witness() != null) {
      json.set("witness", change.witness());
    }
    SpecChange.PricePair prices = change.prices();
    if (prices != null) {
      json.putObject("prices")
          .put("before", prices.before().toString())
          .put("after", prices.after().toString());
    }
  }
}
