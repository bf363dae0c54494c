package dev.callsheet.spec.baseline;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.report.DraftFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suppressions, then a baseline, then the reports. */
public final class KnownFilter {
  private final LintSink reports;
  private final LintSink first;
  private final @Nullable Path baseline;
  private final @Nullable KnownFindings known;
  private final @Nullable BaselineUpdate update;
  private final @Nullable SuppressedFindings suppressed;

  /**
   * Hides what files say is known.
   *
   * @param reports what is left goes to
   * @param settings which files those are
   * @param catalogue whose rules suppressions name
   * @throws SettingsException when one of the files says what cannot be
   * @throws IOException when one of them cannot be read
   */
  public KnownFilter(LintSink reports, Settings settings, Catalogue catalogue)
      throws SettingsException, IOException {
    this.reports = reports;
    this.baseline = settings.baseline();
    boolean updates = settings.updatesBaseline();
    this.known =
        baseline == null || updates
            ? null
            : new KnownFindings(Baseline.read(baseline), baseline, reports);
    this.update =
        baseline == null || !updates ? null : new BaselineUpdate(old(baseline), baseline, reports);
    LintSink second = known != null ? known : update != null ? update : reports;
    Path reasons = settings.suppressions();
    this.suppressed =
        reasons == null
            ? null
            : new SuppressedFindings(
                Suppressions.read(reasons, catalogue),
                reasons,
                LocalDate.now(ZoneId.systemDefault()),
                second);
    this.first = suppressed != null ? suppressed : second;
  }

  /**
   * The files that say what is known.
   *
   * @param baseline what was found before; null for none
   * @param updatesBaseline whether that is written anew
   * @param suppressions what is accepted, and why; null for none
   */
  public record Settings(
      @Nullable Path baseline, boolean updatesBaseline, @Nullable Path suppressions) {}

  private static Baseline old(Path file) throws SettingsException, IOException {
    return Files.exists(file) ? Baseline.read(file) : Baseline.empty(file);
  }

  /** Where findings go in. */
  public LintSink sink() {
    return first;
  }

  /** Reports what is known in vain. */
  public void end() {
    if (suppressed != null) {
      suppressed.end(reports);
    }
    if (known != null) {
      known.end(reports);
    }
  }

  /** Writes the baseline, where it is to be written. */
  public void save() throws IOException {
    if (update != null && baseline != null) {
      try (DraftFile draft = new DraftFile(baseline)) {
        draft.writer().write(update.text());
        draft.finish();
      }
    }
  }

  /** How much was hidden, in a line for each way. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (suppressed != null && suppressed.suppressed() > 0) {
      notes.add(suppressed.suppressed() + " suppressed");
    }
    if (update != null) {
      notes.add(baseline + ": " + update.known() + " known now");
    } else if (known != null && known.known() > 0) {
      notes.add(known.known() + " known by " + baseline);
    }
    return notes;
  }
}
