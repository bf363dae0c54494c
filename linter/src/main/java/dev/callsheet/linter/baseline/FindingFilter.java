package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chain of filters in front of the reports: suppressions first, then a baseline. */
public final class FindingFilter {
  private final LintSink reports;
  private final LintSink sink;
  private final List<KnownFindingFilter> filters = new ArrayList<>();

  /**
   * Reads the files that list known findings, and builds the chain.
   *
   * @param reports receives the findings that no filter holds back
   * @param options which files there are
   * @param catalogue the models whose rules suppressions may name
   * @throws FilterFileException when one of the files is wrong
   * @throws IOException when one of the files cannot be read
   */
  public FindingFilter(LintSink reports, FilterOptions options, ModelCatalogue catalogue)
      throws FilterFileException, IOException {
    this.reports = reports;
    LintSink first = reports;
    Path baseline = options.baseline();
    if (baseline != null) {
      first = add(baselineFilter(baseline, options.updatesBaseline(), first));
    }
    Path suppressions = options.suppressions();
    if (suppressions != null) {
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      Suppressions read = Suppressions.read(suppressions, catalogue);
      first = add(new SuppressionFilter(read, suppressions, today, first));
    }
    this.sink = first;
    Collections.reverse(filters);
  }

  /**
   * The files that list known findings.
   *
   * @param baseline findings of an earlier run; null for none
   * @param updatesBaseline whether the baseline is written anew
   * @param suppressions accepted findings, each with a reason; null for none
   */
  public record FilterOptions(
      @Nullable Path baseline, boolean updatesBaseline, @Nullable Path suppressions) {
    /** No files: every finding is reported. */
    public static final FilterOptions NONE = new FilterOptions(null, false, null);
  }

  private KnownFindingFilter add(KnownFindingFilter filter) {
    filters.add(filter);
    return filter;
  }

  private static KnownFindingFilter baselineFilter(Path file, boolean updates, LintSink next)
      throws FilterFileException, IOException {
    if (!updates) {
      return new BaselineFilter(Baseline.read(file), file, next);
    }
    Baseline previous = Files.isRegularFile(file) ? Baseline.read(file) : Baseline.empty(file);
    return new BaselineUpdater(previous, file, next);
  }

  /** The entry of the chain. */
  public LintSink sink() {
    return sink;
  }

  /** Reports the entries of the files that hold back nothing any more. */
  public void reportStaleEntries() {
    filters.forEach(filter -> filter.reportStaleEntries(reports));
  }

  /** Writes the baseline, if it is to be updated. */
  public void saveBaseline() throws IOException {
    for (KnownFindingFilter filter : filters) {
      filter.save();
    }
  }

  /** How many findings were held back, one line per file that held back any. */
  public List<String> summaryLines() {
    return filters.stream().map(KnownFindingFilter::summaryLine).flatMap(Optional::stream).toList();
  }
}
