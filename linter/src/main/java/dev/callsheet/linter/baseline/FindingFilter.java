package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.internal.file.AtomicFileWriter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suppressions, then a baseline, then the reports. */
public final class FindingFilter {
  private final LintSink reportSink;
  private final LintSink sink;
  private final @Nullable Path baselineFile;
  private final @Nullable BaselineFilter baselineFilter;
  private final @Nullable BaselineUpdater baselineUpdater;
  private final @Nullable SuppressionFilter suppressionFilter;

  /**
   * Hides what files say is known.
   *
   * @param reports what is left goes to
   * @param settings which files those are
   * @param catalogue whose rules suppressions name
   * @throws FilterFileException when one of the files says what cannot be
   * @throws IOException when one of them cannot be read
   */
  public FindingFilter(LintSink reports, FilterOptions settings, ModelCatalogue catalogue)
      throws FilterFileException, IOException {
    this.reportSink = reports;
    this.baselineFile = settings.baseline();
    boolean updates = settings.updatesBaseline();
    this.baselineFilter =
        baselineFile == null || updates
            ? null
            : new BaselineFilter(Baseline.read(baselineFile), baselineFile, reports);
    this.baselineUpdater =
        baselineFile == null || !updates
            ? null
            : new BaselineUpdater(existingBaseline(baselineFile), baselineFile, reports);
    LintSink second =
        baselineFilter != null
            ? baselineFilter
            : baselineUpdater != null ? baselineUpdater : reports;
    Path reasons = settings.suppressions();
    this.suppressionFilter =
        reasons == null
            ? null
            : new SuppressionFilter(
                Suppressions.read(reasons, catalogue),
                reasons,
                LocalDate.now(ZoneId.systemDefault()),
                second);
    this.sink = suppressionFilter != null ? suppressionFilter : second;
  }

  /**
   * The files that say what is known.
   *
   * @param baseline what was found before; null for none
   * @param updatesBaseline whether that is written anew
   * @param suppressions what is accepted, and why; null for none
   */
  public record FilterOptions(
      @Nullable Path baseline, boolean updatesBaseline, @Nullable Path suppressions) {}

  private static Baseline existingBaseline(Path file) throws FilterFileException, IOException {
    return Files.exists(file) ? Baseline.read(file) : Baseline.empty(file);
  }

  /** Where findings go in. */
  public LintSink sink() {
    return sink;
  }

  /** Reports what is known in vain. */
  public void reportStaleEntries() {
    if (suppressionFilter != null) {
      suppressionFilter.reportStaleEntries(reportSink);
    }
    if (baselineFilter != null) {
      baselineFilter.reportStaleEntries(reportSink);
    }
  }

  /** Writes the baseline, where it is to be written. */
  public void saveBaseline() throws IOException {
    if (baselineUpdater != null && baselineFile != null) {
      try (AtomicFileWriter draft = new AtomicFileWriter(baselineFile)) {
        draft.writer().write(baselineUpdater.text());
        draft.commit();
      }
    }
  }

  /** How much was hidden, in a line for each way. */
  public List<String> summaryLines() {
    List<String> notes = new ArrayList<>();
    if (suppressionFilter != null && suppressionFilter.suppressedCount() > 0) {
      notes.add(suppressionFilter.suppressedCount() + " suppressed");
    }
    if (baselineUpdater != null) {
      notes.add(baselineFile + ": " + baselineUpdater.findingCount() + " known now");
    } else if (baselineFilter != null && baselineFilter.knownCount() > 0) {
      notes.add(baselineFilter.knownCount() + " known by " + baselineFile);
    }
    return notes;
  }
}
