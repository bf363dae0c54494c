package dev.callsheet.benchmarks.corpus;

import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
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
public final class Corpus {
  private static final String FIRST_MODEL = "klingai:kling-video@o3-pro";

  private static final JsonMapper JSON = new JsonMapper();

  private Corpus() {}

  /** All of them, ordered by file. */
  public static List<Sample> read(Path root) {
    try (Stream<Path> files = Files.walk(root.resolve("tests/requests"))) {
      return files
          .filter(
              file -> file.toString().matches(".*[/\\\\](valid|invalid)[/\\\\][^/\\\\]+\\.json"))
          .sorted()
          .map(Corpus::sample)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model that is measured alone. */
  public static ModelSpec firstModel() {
    return Catalogue.bundled().find(FIRST_MODEL).orElseThrow();
  }

  /** Whether a request is for that model. */
  public static boolean isForFirstModel(Sample sample) {
    return sample.model().equals(FIRST_MODEL);
  }

  /** The schema of a model, as every validator gets it. */
  public static JsonNode schema(ModelSpec model) {
    return SchemaExport.of(model, Reading.ENFORCED);
  }

  private static Optional<Sample> sample(Path file) {
    try {
      String content = Files.readString(file);
      String id = JSON.readTree(content).path("model").asString("");
      ModelSpec model = Catalogue.bundled().find(id).orElseThrow();
      String name = file.getFileName().toString().replaceFirst("\\.json$", "");
      boolean right = isValid(file);
      Optional<Rule> broken = right ? Optional.empty() : model.rule(name);
      return isWarnedOf(file) || broken.filter(rule -> isUnsaid(rule, model)).isPresent()
          ? Optional.empty()
          : Optional.of(new Sample(file, id, content, right));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isValid(Path file) {
    return folder(file).endsWith("valid");
  }

  /** Whether the list of the model's requests that are warned of names it. */
  private static boolean isWarnedOf(Path file) {
    Path list = folder(file).resolveSibling("warnings.json");
    return Files.exists(list)
        && JSON.readTree(list).has(folder(file).getFileName() + "/" + file.getFileName());
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static boolean isUnsaid(Rule rule, ModelSpec model) {
    return rule.severity() != Severity.ERROR
        || schema(model).path(SchemaExport.NOT_EXPRESSED).values().stream()
            .anyMatch(unsaid -> unsaid.path("title").asString("").equals(rule.id()));
  }
}
