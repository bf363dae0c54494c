package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.generator.schema.OpenApiExport;
import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecLanguageSchema;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code callsheet schema}: a model's requests as JSON Schema, or all models as OpenAPI. */
@Command(
    name = "schema",
    description =
        "Print the JSON Schema (2020-12) of a model's requests, for editors, or all models as one"
            + " document of OpenAPI.")
final class SchemaCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "MODEL", description = "The model's identifier.")
  private @Nullable String id;

  @Option(
      names = "--spec-language",
      description =
          "Print the schema of spec files instead, for the editors of those who write them.")
  private boolean specLanguage;

  @Option(
      names = "--openapi",
      description = "Print one document of OpenAPI 3.1 instead, with all models known.")
  private boolean openApi;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      description = "In that document, the models of this platform only.")
  private @Nullable String platform;

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Which form of rules that are published in another form than they are enforced: enforced"
              + " (default), documented.")
  private RuleInterpretation reading = RuleInterpretation.ENFORCED;

  @Option(
      names = "--no-dialect",
      description =
          "Leave out $schema, the address of 2020-12, at which validators of other drafts stop (such"
              + " as ajv, unless it is ajv/dist/2020). The rest needs no newer one than draft-07.")
  private boolean withoutDialect;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (Stream.of(specLanguage, openApi, id != null).filter(chosen -> chosen).count() != 1) {
      throw new UserErrorException(
          "name a MODEL, or ask for a document of all with --openapi, or for the schema of specs"
              + " with --spec-language");
    }
    if (withoutDialect && id == null) {
      throw new UserErrorException("--no-dialect is for the schema of a MODEL");
    }
    if (platform != null && !openApi) {
      throw new UserErrorException("--platform chooses the models of --openapi");
    }
    console.out().println(text().stripTrailing());
    return ExitStatus.DONE;
  }

  private String text() {
    if (specLanguage) {
      return SpecLanguageSchema.text();
    }
    ModelCatalogue catalogue = specs.catalogue();
    if (id != null) {
      ObjectNode schema = SchemaExport.of(SpecOptions.model(catalogue, id), reading);
      return (withoutDialect ? schema.without("$schema") : schema).toPrettyString();
    }
    List<ModelSpec> models =
        catalogue.models().stream()
            .filter(
                model ->
                    platform == null || platform.equals(model.metadata().platformName().orElse("")))
            .toList();
    if (models.isEmpty()) {
      throw new UserErrorException(
          platform == null
              ? "no models are known"
              : "no models of the platform '"
                  + platform
                  + "' are known; `callsheet platforms` lists how many each has");
    }
    try {
      return OpenApiExport.of(models, reading).toPrettyString();
    } catch (IllegalArgumentException severalAtOnePath) {
      throw new UserErrorException(
          severalAtOnePath.getMessage() + "; choose one with --platform", severalAtOnePath);
    }
  }
}
