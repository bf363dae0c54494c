package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * One version of a request file after it was linted.
 *
 * @param file the version
 * @param findings in the order of their places
 * @param failure why it could not be linted; null when it could
 */
public record RequestDiagnostics(
    RequestFile file, KnownSpecs specs, List<Finding> findings, @Nullable String failure) {
  /** The name of what finds these, and of its own settings, in editors. */
  public static final String SOURCE = "callsheet";

  /** More are not shown, as they would only slow the editor down. */
  private static final int MAX_SHOWN = 1000;

  /** Lints a file; JSON that is no request has nothing wrong. */
  public static RequestDiagnostics of(RequestFile file, KnownSpecs specs) {
    if (!file.isRequests()) {
      return new RequestDiagnostics(file, specs, List.of(), null);
    }
    try {
      return new RequestDiagnostics(
          file, specs, specs.findings(file.name(), file.text().text()), null);
    } catch (UncheckedSpecException wrong) {
      return new RequestDiagnostics(
          file, specs, List.of(), "A model's spec cannot be read. " + wrong.getMessage());
    }
  }

  /** What the editor shows. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> shown = new ArrayList<>();
    findings.stream().limit(MAX_SHOWN).map(this::diagnostic).forEach(shown::add);
    if (failure != null) {
      shown.add(atStart(failure, DiagnosticSeverity.Error));
    }
    if (findings.size() > MAX_SHOWN) {
      String rest =
          "There are %,d findings more, of which `callsheet lint` tells."
              .formatted(findings.size() - MAX_SHOWN);
      shown.add(atStart(rest, DiagnosticSeverity.Information));
    }
    return shown;
  }

  private Diagnostic atStart(String message, DiagnosticSeverity severity) {
    return new Diagnostic(file.text().range(0, 0), message, severity, SOURCE);
  }

  /** The diagnostic of a finding. */
  Diagnostic diagnostic(Finding finding) {
    Diagnostic diagnostic =
        new Diagnostic(range(finding), finding.message(), severity(finding.severity()), SOURCE);
    diagnostic.setCode(finding.rule());
    documentation(finding)
        .ifPresent(
            page -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(page.toString())));
    if (!finding.related().isEmpty()) {
      diagnostic.setRelatedInformation(finding.related().stream().map(this::related).toList());
    }
    return diagnostic;
  }

  /** The page of the model whose own rule is broken. */
  private Optional<URI> documentation(Finding finding) {
    String model = finding.model();
    return model == null
        ? Optional.empty()
        : specs
            .catalogue()
            .find(model)
            .filter(spec -> spec.rule(finding.rule()).isPresent())
            .flatMap(spec -> Optional.ofNullable(spec.metadata().documentation()));
  }

  private DiagnosticRelatedInformation related(Finding.Related other) {
    int start = file.text().offset(other.location());
    return new DiagnosticRelatedInformation(
        new Location(file.uri(), file.text().range(start, file.text().tokenEnd(start))),
        JsonPointer.parse(other.pointer()).path());
  }

  /** The findings in some lines, counted from 0. */
  Stream<Finding> findingsIn(int firstLine, int lastLine) {
    return findings.stream()
        .filter(
            finding ->
                firstLine < finding.location().line() && finding.location().line() <= lastLine + 1);
  }

  /** Where a finding is underlined: at least one character, where its line has one. */
  Range range(Finding finding) {
    DocumentText text = file.text();
    int start = text.offset(finding.location());
    int end = text.offset(finding.location().line(), finding.endColumn());
    return text.range(start, Math.max(start, end));
  }

  /** The finding's severity in the protocol. */
  public static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case NOTE -> DiagnosticSeverity.Information;
    };
  }
}
