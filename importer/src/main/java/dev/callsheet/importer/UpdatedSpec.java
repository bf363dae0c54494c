package dev.callsheet.importer;

import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;

/**
 * A spec that was imported before, with what its author made of it and what its source says now.
 *
 * @param text YAML
 * @param conflicts the places that both the author and the source changed, as paths such as {@code
 *     parameters.width.maximum}; the author's is kept
 * @param sourceChanges what changed for callers at the source
 */
public record UpdatedSpec(String text, List<String> conflicts, SpecChanges sourceChanges) {
  /** Copies the list, so that a result never changes. */
  public UpdatedSpec {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * The conflicts as findings.
   *
   * @param file of the spec
   */
  public List<ImportFinding> conflictFindings(String file) {
    SourceLocation start = new SourceLocation(file, 1, 1);
    return conflicts.stream()
        .map(
            place ->
                new ImportFinding(
                    ImportFinding.Kind.CONFLICT,
                    start,
                    "the source changed `" + place + "`, which was edited here; the edit is kept"))
        .toList();
  }
}
