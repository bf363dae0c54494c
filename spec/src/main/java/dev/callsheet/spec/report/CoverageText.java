package dev.callsheet.spec.report;

import dev.callsheet.spec.coverage.Coverage;
import dev.callsheet.spec.coverage.ModelCoverage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For people: how much of each model requests exercise, and what they leave out. */
public final class CoverageText {
  private static final int WIDTH = 100;

  private CoverageText() {}

  /** Writes all of it. */
  public static void write(Coverage coverage, Appendable out) throws IOException {
    for (ModelCoverage model : coverage.models()) {
      out.append(model.spec().identity().name()).append(" (").append(model.spec().id());
      out.append("): ").append(Summary.counted(model.requests(), "valid request")).append('\n');
      for (ModelCoverage.Kind kind : ModelCoverage.Kind.values()) {
        write(kind, model.counts(kind), out);
      }
      out.append('\n');
    }
    if (coverage.models().isEmpty()) {
      out.append("No request names a model that is known.\n");
    }
    if (coverage.passedOver() > 0) {
      out.append(Summary.counted(coverage.passedOver(), "request"));
      out.append(coverage.passedOver() == 1 ? " has" : " have");
      out.append(" errors and did not count.\n");
    }
  }

  private static void write(ModelCoverage.Kind kind, Map<String, Long> counts, Appendable out)
      throws IOException {
    if (counts.isEmpty()) {
      return;
    }
    List<String> never =
        counts.entrySet().stream().filter(e -> e.getValue() == 0).map(Map.Entry::getKey).toList();
    int exercised = counts.size() - never.size();
    String noun = kind.name().toLowerCase(Locale.ROOT) + (counts.size() == 1 ? "" : "s");
    out.append(
        String.format(
                Locale.ROOT,
                "  %d of %d %s (%d %%)%s%n",
                exercised,
                counts.size(),
                noun,
                100 * exercised / counts.size(),
                never.isEmpty() ? "" : "; never:")
            .replace(System.lineSeparator(), "\n"));
    StringBuilder line = new StringBuilder();
    for (String name : never) {
      if (!line.isEmpty() && line.length() + name.length() + 2 > WIDTH) {
        out.append("    ").append(line).append(",\n");
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(name);
    }
    if (!line.isEmpty()) {
      out.append("    ").append(line).append('\n');
    }
  }
}
