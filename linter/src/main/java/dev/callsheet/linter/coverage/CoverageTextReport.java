package dev.callsheet.linter.coverage;

import dev.callsheet.runtime.internal.messages.CountText;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For people: how much of each model the requests exercise, and what they leave out. */
public final class CoverageTextReport {
  private static final int WIDTH = 100;

  private CoverageTextReport() {}

  /** Writes all of it. */
  public static void write(Coverage coverage, Appendable out) throws IOException {
    for (ModelCoverage model : coverage.models()) {
      out.append(DisplayText.line(model.spec().metadata().name()))
          .append(" (")
          .append(DisplayText.line(model.spec().id()))
          .append("): ")
          .append(CountText.of(model.requests(), "valid request"))
          .append('\n');
      for (ModelCoverage.Kind kind : ModelCoverage.Kind.values()) {
        write(kind, model.counts(kind), out);
      }
      out.append('\n');
    }
    if (coverage.models().isEmpty()) {
      out.append("No request names a model that is known.\n");
    }
    if (coverage.skippedRequests() > 0) {
      out.append(CountText.of(coverage.skippedRequests(), "request"));
      out.append(coverage.skippedRequests() == 1 ? " has" : " have");
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
    String counted = CountText.of(counts.size(), kind.name().toLowerCase(Locale.ROOT));
    out.append("  " + exercised + " of " + counted)
        .append(" (" + 100 * exercised / counts.size() + " %)")
        .append(never.isEmpty() ? "\n" : "; never:\n");
    StringBuilder line = new StringBuilder();
    for (String item : never) {
      String name = DisplayText.line(item);
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
