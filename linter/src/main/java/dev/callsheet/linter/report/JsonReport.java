package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.report.JsonGenerators;
import dev.callsheet.linter.repair.JsonPatchOperation;
import dev.callsheet.linter.repair.Repair;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** For programs: one JSON object with all findings and the summary. */
public final class JsonReport implements LintReport {
  private final Writer out;
  private final JsonGenerator json;
  private final List<UnreadableInput> unreadable = new ArrayList<>();

  /** Writes to {@code out}. */
  public JsonReport(Writer out) {
    this.out = out;
    this.json = JsonGenerators.indented(out);
    json.writeStartObject().writeArrayPropertyStart("findings");
  }

  @Override
  public void writeFinding(Finding finding) {
    json.writeStartObject()
        .writeStringProperty("file", finding.location().file())
        .writeStringProperty("rule", finding.rule())
        .writeStringProperty("severity", finding.severity().id())
        .writeStringProperty("model", finding.model())
        .writeStringProperty("pointer", finding.pointer())
        .writeNumberProperty("line", finding.location().line())
        .writeNumberProperty("column", finding.location().column())
        .writeStringProperty("message", finding.message())
        .writeArrayPropertyStart("related");
    for (Finding.Related other : finding.related()) {
      json.writeStartObject()
          .writeStringProperty("pointer", other.pointer())
          .writeNumberProperty("line", other.location().line())
          .writeNumberProperty("column", other.location().column())
          .writeEndObject();
    }
    json.writeEndArray().writeArrayPropertyStart("repairs");
    finding.fixSuggestions().repairs().forEach(this::writeRepair);
    json.writeEndArray().writeEndObject();
  }

  private void writeRepair(Repair repair) {
    json.writeStartObject()
        .writeStringProperty("description", repair.description())
        .writeArrayPropertyStart("patch");
    for (JsonPatchOperation step : repair.patch()) {
      json.writeStartObject().writeStringProperty("op", step.op());
      if (step.from() != null) {
        json.writeStringProperty("from", step.from());
      }
      json.writeStringProperty("path", step.path());
      if (step.value() != null) {
        json.writeName("value").writeRawValue(step.value().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray().writeEndObject();
  }

  @Override
  public void finishInput(String name, long requests) {}

  @Override
  public void writeUnreadable(UnreadableInput input) {
    unreadable.add(input);
  }

  @Override
  public void finish(LintSummary summary) throws IOException {
    json.writeEndArray();
    if (!unreadable.isEmpty()) {
      json.writeArrayPropertyStart("unreadable");
      for (UnreadableInput input : unreadable) {
        json.writeStartObject()
            .writeStringProperty("file", input.name())
            .writeStringProperty("message", input.reason())
            .writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeObjectPropertyStart("summary")
        .writeNumberProperty("files", summary.files())
        .writeNumberProperty("requests", summary.requests())
        .writeNumberProperty("errors", summary.errors())
        .writeNumberProperty("warnings", summary.warnings())
        .writeNumberProperty("notes", summary.notes());
    if (summary.omitted() > 0) {
      json.writeNumberProperty("omitted", summary.omitted());
    }
    json.writeEndObject().writeEndObject().flush();
    out.append('\n');
  }
}
