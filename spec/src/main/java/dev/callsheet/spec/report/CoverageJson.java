package dev.callsheet.spec.report;

import dev.callsheet.spec.coverage.Coverage;
import dev.callsheet.spec.coverage.ModelCoverage;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** For programs: how many valid requests exercise each thing of each model. */
public final class CoverageJson {
  private CoverageJson() {}

  /** Writes all of it; {@code out} stays open. */
  public static void write(Coverage coverage, Writer out) throws IOException {
    JsonGenerator json = JsonOut.generator(out);
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
        .writeNumberProperty("passedOver", coverage.passedOver())
        .writeEndObject()
        .flush();
    out.append('\n');
  }
}
