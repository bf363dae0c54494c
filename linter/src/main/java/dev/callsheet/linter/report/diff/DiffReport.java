package dev.callsheet.linter.report.diff;

import dev.callsheet.linter.internal.file.ReportFile;
import dev.callsheet.spec.diff.SpecChanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A form in which changes of specs are written. */
public interface DiffReport {
  /**
   * Writes all changes.
   *
   * @param specs one for each model compared, in the order to be written
   * @throws IOException when {@code out} cannot be written to
   */
  void write(List<SpecChanges> specs, Appendable out) throws IOException;

  /** Writes the same to a file, as a whole or not at all. */
  default void write(List<SpecChanges> specs, Path file) throws IOException {
    try (ReportFile report = new ReportFile(file)) {
      write(specs, report.writer());
      report.commit();
    }
  }
}
