package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.page.PageLine;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.source.SourceLocation;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reports what a page says of requests and results that the schema of the same model does not say,
 * by meaning: everything in which the page's spec differs, but for what the page is silent about.
 */
final class PageComparison {
  private final PageDraft page;
  private final IncludeResolver files;
  private final FindingCollector findings;

  PageComparison(PageDraft page, IncludeResolver files, FindingCollector findings) {
    this.page = page;
    this.files = files;
    this.findings = findings;
  }

  /** Compares the page with the draft that it has been joined with. */
  void report(SpecDraft joined) {
    try {
      SpecDiff.between(parsed(joined), parsed(page.draft())).changes().forEach(this::report);
    } catch (SpecException wrong) {
      findings.add(
          Kind.NOT_IMPORTED,
          page.start(),
          "what the page says of requests is not compared with the schema, since one of the two"
              + " has an error: "
              + wrong.problems().get(0).message());
    }
  }

  private ModelSpec parsed(SpecDraft draft) throws SpecException {
    return new SpecParser(files).parse("imported.yaml", draft.text());
  }

  private void report(SpecChange change) {
    switch (change.kind()) {
      case PARAMETER_REMOVED,
          PARAMETER_REQUIRED,
          VALUES_NARROWED,
          RULE_ADDED,
          RULE_TIGHTENED,
          CURRENCY_CHANGED,
          PRICE_RAISED ->
          add(Kind.DISAGREEMENT, change, "the page forbids what the schema allows");
      case PARAMETER_ADDED, RESPONSE_FIELD_ADDED, RESPONSE_VALUE_ADDED ->
          add(Kind.NOT_IMPORTED, change, "the page has what the schema has not");
      case VALUES_WIDENED -> {
        if (bindsValues(change.subject())) {
          add(Kind.NOTE, change, "the page allows what the schema forbids");
        }
      }
      case PARAMETER_OPTIONAL, RULE_LOOSENED ->
          add(Kind.NOTE, change, "the page allows what the schema forbids");
      case RESPONSE_TYPE_CHANGED,
          WARNING_ADDED,
          PRICES_ADDED,
          PRICE_LOWERED,
          MODE_ADDED,
          MODE_CHANGED ->
          add(Kind.NOTE, change, "the page says it otherwise than the schema");
      case MODEL_RENAMED,
          MODEL_REMOVED,
          MODEL_ADDED,
          RULE_REMOVED,
          DEFAULT_CHANGED,
          PRICES_REMOVED,
          MODE_REMOVED,
          RESPONSE_FIELD_REMOVED,
          RESPONSE_FIELD_OPTIONAL,
          RESPONSE_VALUE_REMOVED,
          JAVA_PACKAGE_CHANGED,
          JAVA_TYPE_REMOVED,
          JAVA_MEMBER_REMOVED -> {
        // the page is silent about it, or it has been reported with what is taken over
      }
    }
  }

  /** Whether the page says more of a parameter's values than their type. */
  private boolean bindsValues(String path) {
    return new ParameterTree(page.draft().request())
        .shapes(ParameterPath.parse(path)).stream().anyMatch(PageComparison::binds);
  }

  private static boolean binds(JsonNode shape) {
    return shape.propertyNames().stream()
        .filter(PageReconciliation.BINDING::contains)
        .anyMatch(keyword -> !keyword.matches("type|title|properties|items|required|media"));
  }

  private void add(Kind kind, SpecChange change, String what) {
    findings.add(
        kind,
        place(change),
        what
            + ", which is followed: "
            + change.message()
            + (change.witness() == null ? "" : " Such as " + change.witness())
            + (change.isCertain() ? "" : " It is not certain: " + change.openReason()));
  }

  /** Where the page says it; what may be called alike is told apart by the kind of the change. */
  private SourceLocation place(SpecChange change) {
    String subject = change.subject();
    Optional<SourceLocation> place =
        switch (change.kind()) {
          case PARAMETER_ADDED,
              PARAMETER_REMOVED,
              PARAMETER_REQUIRED,
              PARAMETER_OPTIONAL,
              VALUES_NARROWED,
              VALUES_WIDENED,
              DEFAULT_CHANGED ->
              page.page().requestLocation(subject);
          case RESPONSE_FIELD_ADDED,
              RESPONSE_FIELD_REMOVED,
              RESPONSE_FIELD_OPTIONAL,
              RESPONSE_TYPE_CHANGED,
              RESPONSE_VALUE_ADDED,
              RESPONSE_VALUE_REMOVED ->
              page.page().resultLocation(subject);
          case RULE_ADDED, RULE_REMOVED, RULE_TIGHTENED, RULE_LOOSENED -> ofRule(subject);
          case WARNING_ADDED -> ofRule(subject).or(() -> page.page().requestLocation(subject));
          case PRICE_RAISED, PRICE_LOWERED, CURRENCY_CHANGED, PRICES_ADDED, PRICES_REMOVED ->
              page.page().prices().stream().map(PageLine::location).findFirst();
          case MODEL_RENAMED,
              MODEL_REMOVED,
              MODEL_ADDED,
              MODE_ADDED,
              MODE_REMOVED,
              MODE_CHANGED,
              JAVA_PACKAGE_CHANGED,
              JAVA_TYPE_REMOVED,
              JAVA_MEMBER_REMOVED ->
              Optional.empty();
        };
    return place.orElse(page.start());
  }

  private Optional<SourceLocation> ofRule(String id) {
    return page.draft().rules().stream()
        .filter(rule -> rule.id().equals(id))
        .map(ImportedRule::location)
        .findFirst();
  }
}
