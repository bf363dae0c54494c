package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionPaths;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.page.PageDescriptions;
import dev.callsheet.importer.internal.page.PageDocument;
import dev.callsheet.importer.internal.page.PageIdentity;
import dev.callsheet.importer.internal.page.PageLine;
import dev.callsheet.importer.internal.page.PageRules;
import dev.callsheet.importer.internal.page.PageShapes;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.importer.internal.schema.PublishedFile;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a spec together from a documentation page, step by step. */
public final class PageAssembly {
  private final IncludeResolver files;
  private final String platform;
  private final FindingCollector findings;

  /**
   * An assembly.
   *
   * @param files the fragments known
   * @param platform the name of the platform whose fragments may be used; empty for Runware, whose
   *     pages these are
   */
  public PageAssembly(IncludeResolver files, String platform, FindingCollector findings) {
    this.files = files;
    this.platform = platform.isEmpty() ? PublishedFile.RUNWARE : platform;
    this.findings = findings;
  }

  /**
   * Makes a spec of a page.
   *
   * @param chosenId the model's identifier, where the page does not say it; may be empty
   * @throws ImportException when the page describes no model
   */
  public AssembledSpec assemble(SourceText source, String chosenId) throws ImportException {
    PageDraft made = draft(source, chosenId, true);
    PageDocument page = made.page();
    if (!page.prices().isEmpty()) {
      findings.add(
          Kind.NOT_IMPORTED,
          page.prices().get(0).location(),
          "which requests the prices are for is left to the author; they are kept as comments");
    }
    SpecDraft complete =
        new DescriptionProposals(made.proof()::flaws, made.rules()::proposals, findings)
            .added(
                made.draft(), PageDescriptions.of(page, new ParameterTree(made.draft().request())));
    return new AssembledSpec(made.id(), made.slug(), complete.text());
  }

  /**
   * Makes a draft of the page of a model that there is a schema of, without what its descriptions
   * say. It has all parameters in it, and leaves the platform to the schema.
   *
   * @param chosenId the model's identifier, where the page does not say it; may be empty
   * @throws ImportException when the page describes no model
   */
  public PageDraft draftBesideSchema(SourceText source, String chosenId) throws ImportException {
    return draft(source, chosenId, false);
  }

  private PageDraft draft(SourceText source, String chosenId, boolean isAlone)
      throws ImportException {
    PageDocument page = PageDocument.parse(source, findings);
    PageIdentity identity = new PageIdentity(page, source.start(), findings);
    String id = identity.id().isEmpty() ? chosenId : identity.id();
    PageShapes shapes = new PageShapes(findings);
    ObjectNode request = shapes.request(page);
    if (id.isEmpty() || request.path("properties").isEmpty()) {
      throw new ImportException(
          source.start(),
          id.isEmpty()
              ? "the page does not say which model it is about; name it with --model"
              : "the page has no parameters under `## Request Parameters`");
    }
    ParameterTree parameters = new ParameterTree(optional(request));
    List<PageRules.StatedRule> stated = new PageRules(parameters, findings).rules(page);
    relaxRequired(request, ParameterPath.ROOT, stated);
    stated.stream()
        .map(PageRules.StatedRule::scope)
        .filter(scope -> !scope.isRoot())
        .distinct()
        .forEach(
            scope ->
                new ParameterTree(request)
                    .item(scope)
                    .ifPresent(item -> relaxRequired(item.shape(), scope, stated)));
    ObjectNode result = shapes.result(page);
    SharedParts shared =
        isAlone ? new FragmentChoice(files, platform).choose(request, result) : SharedParts.NONE;
    RuleCollector rules =
        new RuleCollector(request, new ImportedRule.Factory(shared.ruleIds()), findings);
    stated.forEach(rule -> rules.add(rule.demand(), rule.scope(), rule.location()));
    SpecDraft draft =
        new SpecDraft(
            SpecAssembly.fileName(source.file()),
            identity.model(id),
            isAlone && !shared.merged().has("platform")
                ? SpecAssembly.platformName(files, platform)
                : "",
            shared,
            request,
            result,
            JsonNodeFactory.instance.objectNode(),
            rules.rules(),
            Optional.empty(),
            page.prices().stream().map(PageLine::text).toList());
    SpecProof proof = new SpecProof("imported.yaml", files, source.start(), findings);
    return new PageDraft(
        id, identity.slug(), page, proof.mended(draft), proof, rules, source.start());
  }

  /** The shape with nothing required, so that rules on what the page calls so are kept. */
  private static ObjectNode optional(ObjectNode request) {
    ObjectNode shape = request.deepCopy();
    shape.remove("required");
    return shape;
  }

  /**
   * Pages call parameters required that their own rules have left out: what a rule excludes or
   * makes one of several is not required.
   */
  private static void relaxRequired(
      ObjectNode request, ParameterPath scope, List<PageRules.StatedRule> stated) {
    Set<String> optional = new LinkedHashSet<>();
    for (PageRules.StatedRule rule : stated) {
      Condition demand = rule.demand();
      boolean isChoice =
          demand instanceof Condition.ExactlyOne
              || demand instanceof Condition.Any
              || demand instanceof Condition.Not
              || (demand instanceof Condition.Implies implication
                  && implication.consequence() instanceof Condition.Not);
      if (isChoice && rule.scope().equals(scope)) {
        ConditionPaths.of(demand).stream().map(ParameterPath::toString).forEach(optional::add);
      }
    }
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (JsonNode name : request.path("required")) {
      if (!optional.contains(name.asString())) {
        required.add(name);
      } else if (request.path("properties").get(name.asString()) instanceof ObjectNode shape) {
        shape.putObject("documented").put("required", true);
        shape.put("note", "The page calls it required, and has rules by which it is left out.");
      }
    }
    request.remove("required");
    if (!required.isEmpty()) {
      request.set("required", required);
    }
  }
}
