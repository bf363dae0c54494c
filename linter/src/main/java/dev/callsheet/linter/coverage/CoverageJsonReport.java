package dev.callsheet.linter.coverage;

import dev.callsheet.linter.internal.file.ReportFile;
import dev.callsheet.linter.internal.report.JsonGenerators;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** For programs: how many valid requests exercise each item of each model. */
public final class CoverageJsonReport {
  private CoverageJsonReport() {}

  /** Writes a file, as a whole or not at all. */
  public static void write(Coverage coverage, Path file) throws IOException {
    try (ReportFile report = new ReportFile(file)) {
      write(coverage, report.writer());
      report.commit();
    }
  }

  /** Writes all of it; {@code out} stays open. */
  public static void write(Coverage coverage, Writer out) throws IOException {
    JsonGenerator json = JsonGenerators.indented(out);
    json.writeStartObject().writeArrayPropertyStart("models");
    for (ModelCoverage model : coverage.models()) {
      json.writeStartObject()
          .writeStringProperty("model", model.spec().id())
          .writeNumberProperty("requests", model.requests());
      for (ModelCoverage.Kind kind : ModelCoverage.Kind.values()) {
        json.writeObjectPropertyStart(kind.name().toLowerCase(Locale.ROOT) + "s");
        model.counts(kind).forEach(json::writeNumberProperty);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray()
        .writeNumberProperty("passedOver", coverage.skippedRequests())
        .writeEndObject()
        .flush();
    out.append('\n');
  }
}
