package dev.callsheet.tests.differential;

import com.networknt.schema.OutputFormat;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.importer.ImportedSpec;
import dev.callsheet.importer.SpecImporter;
import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.validation.ModelValidator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A catalogue of thousands: every public model of Replicate, as the npm package {@code
 * all-the-public-replicate-models} lists them, is imported, proved, generated and compiled, and its
 * published example is validated by the published schema and by ours. {@code
 * tests/import/replicate} runs it; nothing of the package is in this repository.
 */
final class ReplicateCatalogue {
  private static final String PLATFORM = "replicate";

  /** How many models one run of the compiler compiles: its memory grows with them. */
  private static final int COMPILED_AT_ONCE = 100;

  private final Path out;
  private final PrintStream report;
  private final SpecImporter importer = new SpecImporter(ModelFile.bundledFragments(), PLATFORM);
  private final Map<String, JsonNode> examples = new HashMap<>();
  private final Map<String, Boolean> allowed = new HashMap<>();
  private final Map<String, Integer> findings = new TreeMap<>();

  private ReplicateCatalogue(Path out, PrintStream report) {
    this.out = out;
    this.report = report;
  }

  /**
   * Runs all of it.
   *
   * @param arguments the file with the list of models, a directory for what is made of it, and how
   *     many models at most
   */
  public static void main(String[] arguments) throws Exception {
    Path out = Path.of(arguments[1]);
    Files.createDirectories(out.resolve("specs"));
    PrintStream report = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new ReplicateCatalogue(out, report).run(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
  }

  private void run(Path list, int maximum) throws IOException, SpecException {
    Stopwatch watch = new Stopwatch();
    importAll(list, maximum);
    report.println("  in " + watch.lap());
    findings.forEach((what, count) -> report.printf("  %6d %s%n", count, what));

    List<ModelSpec> models = ModelCatalogue.of(List.of(out.resolve("specs"))).own();
    report.printf(
        "catalogue of %d models read in %s, %d MB in use%n",
        models.size(), watch.lap(), usedMegabytes());

    validateExamples(models);
    report.println("  in " + watch.lap());

    List<GeneratedFile> files = new JavaGenerator("com.example.replicate").generate(models);
    Path root = out.resolve("java");
    new SourceTree(root).write(files);
    List<GeneratedFile> sources = files.stream().filter(GeneratedFile::isSource).toList();
    long lines = sources.stream().mapToLong(source -> source.content().lines().count()).sum();
    report.printf("generated: %d files, %d lines in %s%n", sources.size(), lines, watch.lap());

    int compiled = compileAll(root, sources);
    report.printf("compiled: %d models in %s%n", compiled, watch.lap());
  }

  private void importAll(Path list, int maximum) throws IOException {
    int read = 0;
    int parameters = 0;
    int imported = 0;
    int proved = 0;
    try (JsonParser parser = JsonSchemas.JSON.createParser(list.toFile())) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY && read < maximum) {
        JsonNode model = parser.readValueAsTree();
        JsonNode openApi = model.at("/latest_version/openapi_schema");
        read++;
        parameters += openApi.at("/components/schemas/Input/properties").size();
        String name = model.path("owner").asString() + "__" + model.path("name").asString();
        try {
          ImportedSpec spec =
              importer.importFile(new SourceText(name + ".json", model.toPrettyString()), "");
          imported++;
          boolean isSound =
              spec.findings().stream()
                  .noneMatch(finding -> finding.kind() == ImportFinding.Kind.CHECKED);
          proved += isSound ? 1 : 0;
          count(spec);
          if (!isSound) {
            report.println("  not proved: " + name);
          }
          Files.writeString(out.resolve("specs").resolve(name + ".yaml"), spec.text());
          JsonNode example = model.at("/default_example/input");
          examples.put(spec.id(), example);
          allowed.put(spec.id(), isAllowed((ObjectNode) openApi, example));
        } catch (ImportException failed) {
          report.println("  not imported: " + failed.getMessage());
        }
      }
    }
    report.printf(
        "%d models with %d parameters: %d imported, %d proved%n",
        read, parameters, imported, proved);
  }

  /** Findings by their kind and what they say, without names. */
  private void count(ImportedSpec spec) {
    spec.findings().stream()
        .filter(finding -> finding.kind().isProblem())
        .map(f -> f.kind().id() + ": " + f.message().replaceAll("`[^`]*`|'[^']*'|\\d+", "_"))
        .forEach(what -> findings.merge(what, 1, Integer::sum));
  }

  private static boolean isAllowed(ObjectNode openApi, JsonNode example) {
    openApi.put("$ref", "#/components/schemas/Input");
    return JsonSchemas.of(openApi).validate(example, OutputFormat.BOOLEAN);
  }

  /**
   * Whether both say the same of an example; a published schema lets pass what it does not name.
   */
  private void validateExamples(List<ModelSpec> models) {
    Map<String, Integer> verdicts = new TreeMap<>();
    for (ModelSpec model : models) {
      JsonNode example = Objects.requireNonNull(examples.get(model.id()));
      List<Violation> errors =
          new ModelValidator(model, RuleInterpretation.ENFORCED)
              .validate(example).stream()
                  .filter(violation -> violation.severity() == Severity.ERROR)
                  .toList();
      boolean isUnnamedOnly =
          !errors.isEmpty()
              && errors.stream()
                  .allMatch(e -> e.rule().equals(StructuralRule.UNKNOWN_PARAMETER.id()));
      boolean isAllowed = Objects.requireNonNull(allowed.get(model.id()));
      String verdict =
          isUnnamedOnly && isAllowed
              ? "refused for members that are not published, which the schema lets pass"
              : "published " + isAllowed + ", ours " + errors.isEmpty();
      verdicts.merge(verdict, 1, Integer::sum);
      if (isAllowed != errors.isEmpty() && !isUnnamedOnly) {
        report.println("  different: " + model.id() + ": " + errors);
      }
    }
    report.println("examples valid: " + verdicts);
  }

  private int compileAll(Path root, List<GeneratedFile> sources) throws IOException {
    Map<String, List<Path>> packages = new TreeMap<>();
    for (GeneratedFile source : sources) {
      String folder = source.path().substring(0, source.path().lastIndexOf('/'));
      packages.computeIfAbsent(folder, any -> new ArrayList<>()).add(root.resolve(source.path()));
    }
    List<List<Path>> all = List.copyOf(packages.values());
    int compiled = 0;
    for (int from = 0; from < all.size(); from += COMPILED_AT_ONCE) {
      List<List<Path>> some = all.subList(from, Math.min(all.size(), from + COMPILED_AT_ONCE));
      compiled += compiles(some.stream().flatMap(List::stream).toList()) ? some.size() : 0;
    }
    return compiled;
  }

  private boolean compiles(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    Path classes = Files.createDirectories(out.resolve("classes"));
    List<String> options =
        List.of("-d", classes.toString(), "-Xlint:all,-processing", "-Werror", "-proc:none");
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      boolean isCompiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!isCompiled) {
        report.println("  not compiled:\n" + messages);
      }
      return isCompiled;
    }
  }

  private static long usedMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /** Time since the last lap. */
  private static final class Stopwatch {
    private long last = System.nanoTime();

    String lap() {
      long now = System.nanoTime();
      String seconds = "%.1f s".formatted((now - last) / 1e9);
      last = now;
      return seconds;
    }
  }
}
