package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.report.UnsoundSpecs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet generate}: Java sources from specs. */
@Command(
    name = "generate",
    description = "Generate Java sources: typed requests, checkers and results.")
final class GenerateCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the sources go; what an earlier run left there is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--package",
      required = true,
      paramLabel = "NAME",
      description = "The Java package that the models' packages are in.")
  private String basePackage = "";

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Only this model (repeatable); all that are known without it.")
  private List<String> ids = List.of();

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ModelSpec> models = models(specs.catalogue());
    Optional<String> flaws = UnsoundSpecs.among(models);
    if (flaws.isPresent()) {
      console.err().println("No sources are generated from specs that contradict themselves:");
      console.err().println(flaws.get());
      return ExitStatus.FINDINGS;
    }
    try {
      JavaGenerator generator = new JavaGenerator(basePackage);
      List<GeneratedFile> files =
          models.stream().flatMap(model -> generator.generate(model).stream()).toList();
      SourceTree.write(out, files);
      files.forEach(file -> console.out().println(out.resolve(file.path())));
    } catch (IllegalArgumentException wrong) {
      throw new UserMistake(String.valueOf(wrong.getMessage()), wrong);
    } catch (IOException failed) {
      throw new UserMistake(out + ": could not be written: " + failed, failed);
    }
    return ExitStatus.DONE;
  }

  private List<ModelSpec> models(Catalogue catalogue) {
    return ids.isEmpty()
        ? catalogue.models()
        : ids.stream().map(id -> SpecOptions.model(catalogue, id)).distinct().toList();
  }
}
