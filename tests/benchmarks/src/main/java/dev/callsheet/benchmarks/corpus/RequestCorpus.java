package dev.callsheet.benchmarks.corpus;

import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests of {@code tests/requests}, less those that JSON Schema has no word for: those that
 * are warned of, and those that break a rule that it cannot say, such as one about a sum.
 */
public final class RequestCorpus {
  private static final String FIRST_MODEL = "klingai:kling-video@o3-pro";

  private static final JsonMapper JSON = new JsonMapper();

  private RequestCorpus() {}

  /** All of them, ordered by file. */
  public static List<CorpusRequest> read(Path root) {
    try (Stream<Path> files = Files.walk(root.resolve("tests/requests"))) {
      return files
          .filter(
              file -> file.toString().matches(".*[/\\\\](valid|invalid)[/\\\\][^/\\\\]+\\.json"))
          .sorted()
          .map(RequestCorpus::sample)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model that is measured alone. */
  public static ModelSpec firstModel() {
    return ModelCatalogue.bundled().find(FIRST_MODEL).orElseThrow();
  }

  /** Whether a request is for that model. */
  public static boolean isForFirstModel(CorpusRequest sample) {
    return sample.model().equals(FIRST_MODEL);
  }

  /** The schema of a model, as every validator gets it. */
  public static JsonNode schema(ModelSpec model) {
    return SchemaExport.of(model, RuleInterpretation.ENFORCED);
  }

  private static Optional<CorpusRequest> sample(Path file) {
    try {
      String content = Files.readString(file);
      String id = JSON.readTree(content).path("model").asString("");
      ModelSpec model = ModelCatalogue.bundled().find(id).orElseThrow();
      String name = file.getFileName().toString().replaceFirst("\\.json$", "");
      boolean right = isValid(file);
      Optional<Rule> broken = right ? Optional.empty() : model.rule(name);
      return hasExpectedNote(file)
              || broken.filter(rule -> isNotExpressible(rule, model)).isPresent()
          ? Optional.empty()
          : Optional.of(new CorpusRequest(file, id, content, right));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isValid(Path file) {
    return folder(file).endsWith("valid");
  }

  /** Whether the list of the model's requests that break published wordings names it. */
  private static boolean hasExpectedNote(Path file) {
    Path list = folder(file).resolveSibling("notes.json");
    return Files.exists(list)
        && JSON.readTree(list).has(folder(file).getFileName() + "/" + file.getFileName());
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static boolean isNotExpressible(Rule rule, ModelSpec model) {
    return rule.severity() != Severity.ERROR
        || schema(model).path(SchemaExport.NOT_EXPRESSED).values().stream()
            .anyMatch(unsaid -> unsaid.path("title").asString("").equals(rule.id()));
  }
}
