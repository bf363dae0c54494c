package dev.callsheet.cli.lsp.spec;

import dev.callsheet.cli.lsp.request.RequestDiagnostics;
import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a spec: errors of its language and, where there are none, what {@code
 * callsheet check} proves of it. The rules that bring a finding about are its related places.
 *
 * @param model what could be read; null when something could not
 */
public record SpecDiagnostics(List<Diagnostic> shown, @Nullable ModelSpec model) {
  /** Checks a file; of a part of a spec, which only a model makes whole, its syntax is checked. */
  public static SpecDiagnostics of(SpecFile file, SpecLocations locations) {
    if (!file.isSpec()) {
      return new SpecDiagnostics(List.of(), null);
    }
    if (!file.isModelOrPlatform() || !ModelFile.isNamedLikeModel(file.path().toString())) {
      return new SpecDiagnostics(syntax(file), null);
    }
    try {
      ModelFile model = ModelFile.of(file.path(), file.text().text());
      CheckResult result =
          new SpecChecker(InterpretationSelection.BOTH, false).checkFiles(List.of(model)).get(0);
      return new SpecDiagnostics(
          result.findings().stream().map(found -> diagnostic(found, file, locations)).toList(),
          result.model());
    } catch (IOException unreadable) {
      return new SpecDiagnostics(
          List.of(
              new Diagnostic(
                  file.text().range(0, 0),
                  FileErrors.describe(unreadable),
                  DiagnosticSeverity.Error,
                  RequestDiagnostics.SOURCE)),
          null);
    }
  }

  private static List<Diagnostic> syntax(SpecFile file) {
    List<Diagnostic> found = new ArrayList<>();
    YamlParser.parse(
        new SourceText(file.path().toString(), file.text().text()),
        (location, message) ->
            found.add(
                new Diagnostic(
                    range(file.text(), location),
                    message,
                    DiagnosticSeverity.Error,
                    RequestDiagnostics.SOURCE)));
    return found;
  }

  /** A finding in a file that this one includes stands at its first line, and leads there. */
  private static Diagnostic diagnostic(CheckFinding found, SpecFile file, SpecLocations locations) {
    boolean isHere = isIn(file, found.location());
    Range range = isHere ? range(file.text(), found.location()) : file.text().range(0, 0);
    Diagnostic diagnostic =
        new Diagnostic(
            range,
            isHere ? found.message() : found.location() + ": " + found.message(),
            RequestDiagnostics.severity(found.level()),
            RequestDiagnostics.SOURCE);
    diagnostic.setCode(found.kind());
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    if (!isHere) {
      locations
          .find(found.location())
          .ifPresent(
              place -> related.add(new DiagnosticRelatedInformation(place, found.message())));
    }
    found
        .causes()
        .forEach(
            cause ->
                locations
                    .find(cause.location(), file)
                    .ifPresent(
                        place ->
                            related.add(
                                new DiagnosticRelatedInformation(
                                    place, cause.ruleId() + ": " + cause.description()))));
    if (!related.isEmpty()) {
      diagnostic.setRelatedInformation(related);
    }
    return diagnostic;
  }

  private static boolean isIn(SpecFile file, SourceLocation location) {
    return location.file().equals(file.path().toString());
  }

  private static Range range(DocumentText text, SourceLocation location) {
    return SpecLocations.range(text, location);
  }
}
