package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.json.PartialJson;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.SourceLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Where the spec says what a request is validated by: the rules that are broken at the cursor, and
 * the parameter or the model that stands there.
 */
public final class RequestDefinition {
  private final RequestDiagnostics linted;

  /** Finds places for a file that was linted. */
  public RequestDefinition(RequestDiagnostics linted) {
    this.linted = linted;
  }

  /** The places in specs for an offset, those of broken rules in front. */
  public List<SourceLocation> at(int offset) {
    Set<SourceLocation> places = new LinkedHashSet<>();
    int line = linted.file().text().lineOf(offset);
    for (Finding finding : linted.findingsIn(line, line).toList()) {
      String model = finding.model();
      if (model != null && isAt(finding, offset)) {
        linted
            .specs()
            .catalogue()
            .find(model)
            .flatMap(spec -> spec.rule(finding.rule()))
            .map(Rule::location)
            .ifPresent(places::add);
      }
    }
    RequestCursor.at(linted.file(), offset).flatMap(this::ofCursor).ifPresent(places::add);
    return List.copyOf(places);
  }

  private boolean isAt(Finding finding, int offset) {
    int start = linted.file().text().offset(finding.location());
    int end = linted.file().text().offset(finding.location().line(), finding.endColumn());
    return start <= offset && offset <= end;
  }

  private Optional<SourceLocation> ofCursor(RequestCursor cursor) {
    JsonPointer place;
    if (cursor instanceof RequestCursor.AtKey key) {
      PartialJson.Member member = key.key();
      place = member == null ? key.object() : key.object().child(member.name());
    } else {
      place = ((RequestCursor.AtValue) cursor).place();
    }
    boolean isValue = cursor instanceof RequestCursor.AtValue;
    JsonNode item = cursor.item().json();
    Optional<ModelReference> model =
        isValue ? TaskAtCursor.namedModel(item, place, linted.specs()) : Optional.empty();
    if (model.isPresent()) {
      return Optional.of(model.get().spec().location());
    }
    return TaskAtCursor.of(item, place, linted.specs())
        .flatMap(task -> task.model().parameter(task.place()).map(Parameter::location));
  }
}
