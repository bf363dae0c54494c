package dev.callsheet.importer.internal.finding;

import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.source.SourceLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what an import has to say, each thing once. */
public final class FindingCollector {
  private final Set<ImportFinding> findings = new LinkedHashSet<>();

  /** Adds a finding. */
  public void add(ImportFinding.Kind kind, SourceLocation location, String message) {
    findings.add(new ImportFinding(kind, location, message));
  }

  /** All of them, in the order of the file. */
  public List<ImportFinding> sorted() {
    return findings.stream().sorted().toList();
  }
}
