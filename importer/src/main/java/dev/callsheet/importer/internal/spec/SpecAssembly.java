package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.page.PageDescriptions;
import dev.callsheet.importer.internal.prose.Description;
import dev.callsheet.importer.internal.prose.SchemaDescriptions;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.importer.internal.rule.RuleForm;
import dev.callsheet.importer.internal.schema.PublishedFile;
import dev.callsheet.importer.internal.schema.SchemaDocument;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.importer.internal.shape.Assertion;
import dev.callsheet.importer.internal.shape.ShapeTranslator;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a spec together from a published schema, step by step. */
public final class SpecAssembly {
  private final IncludeResolver files;
  private final String platform;
  private final FindingCollector findings;
  private final @Nullable PageDraft page;

  /**
   * An assembly.
   *
   * @param files the fragments known
   * @param platform the name of the platform whose fragments may be used; empty for the one that
   *     publishes such files
   * @param page what the page of the same model says; null where there is none
   */
  public SpecAssembly(
      IncludeResolver files, String platform, FindingCollector findings, @Nullable PageDraft page) {
    this.files = files;
    this.platform = platform;
    this.findings = findings;
    this.page = page;
  }

  /**
   * Makes a spec of one of the models of a published file.
   *
   * @param source the file
   * @param document what stands in it
   * @param file the model
   * @param chosenId the model's identifier, where the file does not say it; may be empty
   * @throws ImportException when the model cannot be told
   */
  public AssembledSpec assemble(
      SourceText source, SchemaDocument document, PublishedFile file, String chosenId)
      throws ImportException {
    document.beginModel(findings);
    try {
      return assembled(source, document, file, chosenId);
    } catch (SchemaDocument.TooManyNodesException tooMany) {
      throw tooMany.toImportException();
    }
  }

  private AssembledSpec assembled(
      SourceText source, SchemaDocument document, PublishedFile file, String chosenId)
      throws ImportException {
    ModelIdentity identity = new ModelIdentity(file, findings);
    String id =
        file.id()
            .or(() -> Optional.of(chosenId).filter(chosen -> !chosen.isEmpty()))
            .orElseThrow(
                () ->
                    new ImportException(
                        file.request().location(),
                        "the file does not say which model it is about; name it with --model"));
    ShapeTranslator shapes = new ShapeTranslator(findings);
    ObjectNode request = shapes.object(file.request(), ParameterPath.ROOT);
    List<RuleForm> measures = new ArrayList<>();
    MeasureTranslator measuring = new MeasureTranslator(request, findings);
    file.request()
        .items("x-constraints")
        .forEach(constraint -> measuring.translate(constraint).ifPresent(measures::add));
    ObjectNode result = result(file);
    SharedParts shared = new FragmentChoice(files, platform(file)).choose(request, result);
    ImportedRule.Factory factory = new ImportedRule.Factory(shared.ruleIds());
    RuleCollector rules = new RuleCollector(request, factory, findings);
    shapes.assertions().forEach(rules::add);
    rules.reportPartialCombinations();
    reportNotExpressed(file, shared);
    measures.forEach(form -> rules.add(form, ParameterPath.ROOT, file.request().location()));
    SpecDraft draft = draft(source, file, identity.model(id), shared, request, result, rules);
    SpecProof proof = new SpecProof("imported.yaml", files, document.start(), findings);
    SpecDraft proved = proof.mended(draft);
    SpecDraft joined = page == null ? proved : joined(page, proved, proof);
    ParameterTree parameters = new ParameterTree(joined.request());
    List<Description> descriptions =
        new ArrayList<>(SchemaDescriptions.of(file.request(), parameters));
    if (page != null) {
      descriptions.addAll(PageDescriptions.of(page.page(), parameters));
    }
    SpecDraft complete =
        new DescriptionProposals(proof::flaws, rules::proposals, findings)
            .added(joined, descriptions);
    PublishedExamples.report(file, complete.request(), findings);
    return new AssembledSpec(id, identity.slug(), complete.text());
  }

  private SpecDraft joined(PageDraft shown, SpecDraft schema, SpecProof proof) {
    SpecDraft joined = proof.mended(new PageReconciliation(shown, findings).joined(schema));
    new PageComparison(shown, files, findings).report(joined);
    return joined;
  }

  /** An exported schema lists what it does not say. */
  private void reportNotExpressed(PublishedFile file, SharedParts shared) {
    for (SchemaNode each : file.request().items("x-callsheet-not-expressed")) {
      String title = each.text("title").orElse("");
      boolean isRead =
          title.equals(StructuralRule.WRONG_LENGTH.id()) || shared.ruleIds().contains(title);
      if (!isRead) {
        findings.add(
            Kind.NOT_IMPORTED,
            each.location(),
            "the file does not express `"
                + title
                + "`"
                + each.text("path").map(path -> " of `" + path + "`").orElse("")
                + ": "
                + each.text("description").orElse(""));
      }
    }
  }

  private ObjectNode result(PublishedFile file) {
    Optional<SchemaNode> output = file.output();
    if (output.isPresent()) {
      ObjectNode result = JsonNodeFactory.instance.objectNode().put("type", "object");
      ObjectNode fields = result.putObject("properties");
      ShapeTranslator shapes = new ShapeTranslator(findings);
      shapes
          .shape(output.get(), ParameterPath.ROOT.member("output"))
          .ifPresent(shape -> fields.set("output", shape));
      reportOfResults(shapes);
      return result;
    }
    SchemaNode published = file.result().orElse(null);
    if (published == null || !published.has("properties")) {
      findings.add(
          Kind.NOTE,
          published == null ? file.request().location() : published.location(),
          "the fields of a result are not described; what the platform's fragments say holds");
      ObjectNode nothing = JsonNodeFactory.instance.objectNode();
      nothing.putObject("properties");
      return nothing;
    }
    ShapeTranslator shapes = new ShapeTranslator(findings);
    ObjectNode result = shapes.object(published, ParameterPath.ROOT);
    reportOfResults(shapes);
    return result;
  }

  /** Rules are about requests; what is said of several fields of a result is left out. */
  private void reportOfResults(ShapeTranslator shapes) {
    for (Assertion each : shapes.assertions()) {
      findings.add(
          Kind.NOTE,
          each.named().location(),
          "what is said of several fields of a result at once is left out");
    }
  }

  private SpecDraft draft(
      SourceText source,
      PublishedFile file,
      ObjectNode model,
      SharedParts shared,
      ObjectNode request,
      ObjectNode result,
      RuleCollector rules) {
    ParameterTree parameters = new ParameterTree(request);
    Optional<SchemaNode> pricing = file.about("x-pricing");
    RateLabels labels = new RateLabels(parameters, sizeLabels(rules.rules()));
    return new SpecDraft(
        fileName(source.file()),
        model,
        shared.merged().has("platform") ? "" : platformName(files, platform(file)),
        shared,
        request,
        result,
        new ModeTranslator(parameters, findings).modes(file.info().items("x-modes")),
        rules.rules(),
        pricing.flatMap(list -> new PriceTranslator(parameters, labels, findings).pricing(list)),
        pricing.map(PriceTranslator::comments).orElse(List.of()));
  }

  private String platform(PublishedFile file) {
    PublishedFile.Variant variant = file.variant();
    String published =
        variant == null || variant.server().isEmpty()
            ? file.platform()
            : PlatformAddress.platformAt(files, variant.server());
    return platform.isEmpty() ? published : platform;
  }

  /** The name of a platform, where there is a file of it. */
  static String platformName(IncludeResolver files, String platform) {
    return files.names().contains("platforms/" + platform) ? platform : "";
  }

  private static List<String> sizeLabels(List<ImportedRule> rules) {
    for (ImportedRule rule : rules) {
      if (rule.id().equals("size") && rule.scope().isRoot()) {
        JsonNode rows = rule.rule().path("combinations").path("rows");
        return rows.valueStream().map(row -> row.path("label").asString("")).toList();
      }
    }
    return List.of();
  }

  /** The last part of a path. */
  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
