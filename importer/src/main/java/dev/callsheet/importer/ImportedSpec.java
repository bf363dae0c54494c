package dev.callsheet.importer;

import dev.callsheet.importer.finding.ImportFinding;
import java.util.List;

/**
 * A spec made of what is published.
 *
 * @param id the model's identifier in requests
 * @param fileName what its file is to be called, such as {@code acme-still.yaml}
 * @param text YAML
 * @param findings what there is to say of the published file, in its order
 */
public record ImportedSpec(String id, String fileName, String text, List<ImportFinding> findings) {
  /** Copies the list, so that a result never changes. */
  public ImportedSpec {
    findings = List.copyOf(findings);
  }

  /** Whether the spec says all that was published. */
  public boolean isComplete() {
    return findings.stream().noneMatch(finding -> finding.kind().isProblem());
  }
}
