package dev.callsheet.importer;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.merge.SpecMerge;
import dev.callsheet.importer.internal.schema.PublishedFile;
import dev.callsheet.importer.internal.schema.PublishedModels;
import dev.callsheet.importer.internal.schema.SchemaDocument;
import dev.callsheet.importer.internal.spec.AssembledSpec;
import dev.callsheet.importer.internal.spec.PageAssembly;
import dev.callsheet.importer.internal.spec.PageDraft;
import dev.callsheet.importer.internal.spec.SpecAssembly;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.internal.text.KebabCase;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.parser.SpecProblem;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes specs of what platforms publish of their models: {@code schema.json} files (OpenAPI 3.0 and
 * 3.1), the schemas of models packed by Cog, and documentation pages in Markdown.
 */
public final class SpecImporter {
  /** The longest file that is read, in characters. */
  public static final int MAX_LENGTH = 8_000_000;

  private final IncludeResolver files;
  private final String platform;

  /**
   * An importer.
   *
   * @param files finds the fragments that specs may include
   * @param platform the name of the platform that publishes the files, such as {@code runware};
   *     fragments below {@code platforms/} of that name are used. Empty for the one that the form
   *     of a file tells
   */
  public SpecImporter(IncludeResolver files, String platform) {
    this.files = files;
    this.platform = platform;
  }

  /**
   * Makes a spec of a file: of a page, where its name ends in {@code .md}, of a schema otherwise.
   *
   * @param model the model's identifier: for files that do not say it, and to choose one of
   *     several; may be empty
   * @throws ImportException when the file cannot be read, or has no such model in it, or several
   */
  public ImportedSpec importFile(SourceText source, String model) throws ImportException {
    return only(importAll(source, model), source);
  }

  private static ImportedSpec only(List<ImportedSpec> specs, SourceText source)
      throws ImportException {
    if (specs.size() > 1) {
      throw new ImportException(
          source.start(),
          "the file has "
              + specs.size()
              + " models; choose one: "
              + specs.stream().map(ImportedSpec::id).distinct().collect(Collectors.joining(", ")));
    }
    return specs.get(0);
  }

  /**
   * Makes a spec of each model of a file. Most files have one.
   *
   * @param model the model's identifier: for files that do not say it, and to choose one of
   *     several; may be empty
   * @throws ImportException when the file cannot be read, or has no such model in it
   */
  public List<ImportedSpec> importAll(SourceText source, String model) throws ImportException {
    if (!isPage(checked(source).file())) {
      return importModels(source, model, null);
    }
    FindingCollector findings = new FindingCollector();
    AssembledSpec spec = new PageAssembly(files, platform, findings).assemble(source, model);
    return List.of(
        new ImportedSpec(spec.id(), spec.slug() + ".yaml", spec.text(), findings.sorted()));
  }

  private static SourceText checked(SourceText source) throws ImportException {
    if (source.text().length() > MAX_LENGTH) {
      throw new ImportException(
          source.start(), "the file has more than " + MAX_LENGTH + " characters");
    }
    return source;
  }

  private List<ImportedSpec> importModels(SourceText source, String model, @Nullable PageDraft page)
      throws ImportException {
    FindingCollector ofFile = new FindingCollector();
    SchemaDocument document = SchemaDocument.parse(source, ofFile);
    List<PublishedFile> published = chosen(PublishedModels.of(document, ofFile), model, source);
    Set<String> names = new HashSet<>();
    List<ImportedSpec> specs = new ArrayList<>();
    for (PublishedFile each : published) {
      FindingCollector findings = new FindingCollector();
      AssembledSpec spec =
          new SpecAssembly(files, platform, findings, page).assemble(source, document, each, model);
      if (specs.stream().anyMatch(other -> other.id().equals(spec.id()))) {
        findings.add(
            Kind.APPROXIMATED,
            each.request().location(),
            "`"
                + spec.id()
                + "` takes other requests, too; each form is a spec of its own, and in one"
                + " catalogue they have to be made one");
      }
      String name = fileName(spec.slug(), each.variant(), names);
      List<ImportFinding> all = new ArrayList<>(specs.isEmpty() ? ofFile.sorted() : List.of());
      all.addAll(findings.sorted());
      specs.add(new ImportedSpec(spec.id(), name + ".yaml", spec.text(), all));
    }
    return specs;
  }

  /** The name of a spec's file, without its ending; none is given twice. */
  private static String fileName(
      String slug, PublishedFile.@Nullable Variant variant, Set<String> taken) {
    String operation = variant == null ? "" : KebabCase.of(variant.operation());
    Stream<String> names =
        Stream.concat(
            operation.isEmpty() ? Stream.of(slug) : Stream.of(slug, slug + "-" + operation),
            IntStream.iterate(2, i -> i + 1).mapToObj(i -> slug + "-" + i));
    return names.filter(taken::add).findFirst().orElseThrow();
  }

  /** The models asked for. */
  private static List<PublishedFile> chosen(
      List<PublishedFile> published, String model, SourceText source) throws ImportException {
    if (model.isEmpty() || published.size() == 1) {
      return published;
    }
    List<PublishedFile> chosen =
        published.stream().filter(each -> each.id().equals(Optional.of(model))).toList();
    if (chosen.isEmpty()) {
      throw new ImportException(
          source.start(), "there is no model '" + model + "' among those of the file");
    }
    return chosen;
  }

  /** Whether a file is a documentation page, by its name. */
  public static boolean isPage(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".md");
  }

  /**
   * Makes one spec of a model's schema and its page: what requests may be is the schema's, what is
   * said to people, the labels and the prices are the page's. Where the page forbids what the
   * schema allows, it is reported.
   *
   * @throws ImportException when a file cannot be read, or the two are about different models
   */
  public ImportedSpec reconcile(SourceText schema, SourceText page, String model)
      throws ImportException {
    FindingCollector ofPage = new FindingCollector();
    PageDraft shown =
        new PageAssembly(files, platform, ofPage).draftBesideSchema(checked(page), model);
    ImportedSpec spec =
        only(importModels(checked(schema), model.isEmpty() ? shown.id() : model, shown), schema);
    if (!shown.id().equals(spec.id())) {
      throw new ImportException(
          page.start(),
          "the page is about '" + shown.id() + "', and the schema about '" + spec.id() + "'");
    }
    List<ImportFinding> findings = new ArrayList<>(spec.findings());
    ofPage.sorted().stream()
        .map(each -> new ImportFinding(Kind.NOTE, each.location(), each.message()))
        .forEach(findings::add);
    return new ImportedSpec(spec.id(), spec.fileName(), spec.text(), findings);
  }

  /**
   * Puts together what the author made of an imported spec and what its source says now.
   *
   * @param imported what the source is imported as now
   * @param author the spec as it is
   * @param base what the source was imported as when the spec was made
   * @throws ImportException when {@code author} or {@code base} is no spec any more
   */
  public UpdatedSpec update(ImportedSpec imported, SourceText author, SourceText base)
      throws ImportException {
    SourceText source = new SourceText(imported.fileName(), imported.text());
    SpecMerge merge = SpecMerge.of(base, author, source);
    return new UpdatedSpec(
        merge.text(), merge.conflicts(), SpecDiff.between(parsed(base), parsed(source)));
  }

  /**
   * Where a published file does not say any more what a spec says.
   *
   * @param imported what the file is imported as now
   * @param base what the spec was made from; null where that is not known
   * @throws ImportException when {@code base} is no spec
   */
  public SourceDrift drift(ModelSpec spec, ImportedSpec imported, @Nullable SourceText base)
      throws ImportException {
    SourceText source = new SourceText(imported.fileName(), imported.text());
    return SourceDrift.between(spec, parsed(source), base == null ? null : parsed(base));
  }

  private ModelSpec parsed(SourceText spec) throws ImportException {
    try {
      return new SpecParser(files).parse(spec.file(), spec.text());
    } catch (SpecException wrong) {
      SpecProblem first = wrong.problems().get(0);
      throw new ImportException(first.location(), first.message());
    }
  }
}
