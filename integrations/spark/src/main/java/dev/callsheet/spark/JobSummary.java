package dev.callsheet.spark;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.sql.Row;

/** Prints what a job has found, for whoever reads its log. */
record JobSummary(PrintStream out) {
  /**
   * Prints counts and the summary by rule and model.
   *
   * @param counts the row of {@link LintedRequests#counts}
   * @param summary the rows of {@link LintedRequests#summary}
   * @param failing severities
   * @return how many findings have one of those severities
   */
  long print(Row counts, List<Row> summary, List<String> failing) {
    out.printf(
        Locale.ROOT,
        "%,d records, %,d requests; errors: %,d, warnings: %,d, notes: %,d%n",
        counts.<Long>getAs(PartRow.RECORDS),
        counts.<Long>getAs(PartRow.REQUESTS),
        findings(summary, List.of("error")),
        findings(summary, List.of("warning")),
        findings(summary, List.of("note")));
    if (!summary.isEmpty()) {
      out.printf(Locale.ROOT, "%n%12s  %-8s  %-30s  %s%n", "findings", "severity", "rule", "model");
    }
    for (Row row : summary) {
      out.printf(
          Locale.ROOT,
          "%,12d  %-8s  %-30s  %s%n",
          row.<Long>getAs("findings"),
          row.<String>getAs(PartRow.SEVERITY),
          row.<String>getAs(PartRow.RULE),
          Objects.requireNonNullElse(row.<String>getAs(PartRow.MODEL), "-"));
    }
    return findings(summary, failing);
  }

  /** Prints the rows of {@link LintedRequests#prices}. */
  void printPrices(List<Row> prices) {
    out.printf(Locale.ROOT, "%n%12s  %-24s  %s%n", "requests", "price", "model");
    for (Row row : prices) {
      out.printf(
          Locale.ROOT,
          "%,12d  %-24s  %s%n",
          row.<Long>getAs(PartRow.REQUESTS),
          price(row),
          row.<String>getAs(PartRow.MODEL));
    }
  }

  private static String price(Row row) {
    String currency = row.getAs(PartRow.CURRENCY);
    if (currency == null) {
      return "unknown";
    }
    String least = plain(row.getAs(PartRow.MINIMUM));
    BigDecimal most = row.getAs(PartRow.MAXIMUM);
    if (most == null) {
      return "at least " + least + " " + currency;
    }
    return (least.equals(plain(most)) ? least : least + " to " + plain(most)) + " " + currency;
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static long findings(List<Row> summary, List<String> severities) {
    return summary.stream()
        .filter(row -> severities.contains(row.<String>getAs(PartRow.SEVERITY)))
        .mapToLong(row -> row.<Long>getAs("findings"))
        .sum();
  }
}
