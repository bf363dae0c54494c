package dev.callsheet.importer;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.util.stream.Collectors;

/** What becomes of a source: the spec and the report, without places. */
final class ImportedText {
  private ImportedText() {}

  /** Of a schema or a page, by the file's name. */
  static String of(String file, String text) throws ImportException {
    return of(spec(file, text));
  }

  static String of(ImportedSpec spec) {
    return spec.text() + messages(spec);
  }

  /** The spec of a file, with the fragments that its form tells. */
  static ImportedSpec spec(String file, String text) throws ImportException {
    return new SpecImporter(ModelFile.bundledFragments(), "")
        .importFile(new SourceText(file, text), "");
  }

  static String messages(ImportedSpec spec) {
    return spec.findings().stream()
        .map(ImportFinding::message)
        .collect(Collectors.joining("\n", "\n", ""));
  }
}
