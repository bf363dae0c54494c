package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.GeneratedModelOptions;
import dev.callsheet.generator.incremental.GeneratedModels;
import dev.callsheet.generator.incremental.IncrementalGenerator;
import dev.callsheet.generator.incremental.InputFingerprint;
import dev.callsheet.generator.incremental.StampFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.linter.report.check.SpecSoundnessReport;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
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
    description =
        "Generate Java sources of the specs in --spec and of the models named: typed requests,"
            + " checkers and results.")
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

  @Mixin private final GeneratedModelOptions models = new GeneratedModelOptions();
  private final Console console;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      SourceTree tree = new SourceTree(out);
      StampFile stamp = new StampFile(out.resolve(".callsheet-stamp"), tree);
      Optional<String> inputs = inputs();
      if (inputs.isEmpty() || !stamp.isUpToDate(inputs.get())) {
        List<ModelSpec> selected = models.selected();
        IncrementalGenerator generator =
            new IncrementalGenerator(new JavaGenerator(basePackage), selected, kept());
        Optional<String> flaws = SpecSoundnessReport.errorText(generator.newModels());
        if (flaws.isPresent()) {
          console.err().println("No sources are generated from specs that contradict themselves:");
          console.err().println(flaws.get());
          return ExitStatus.FINDINGS;
        }
        tree.write(generator.generate());
        if (inputs.isPresent()) {
          stamp.write(inputs.get());
        }
      }
      tree.writtenPaths().stream()
          .map(file -> DisplayText.fileName(out.resolve(file).toString()))
          .forEach(console.out()::println);
    } catch (IllegalArgumentException wrong) {
      throw new UserErrorException(String.valueOf(wrong.getMessage()), wrong);
    } catch (IOException failed) {
      throw new UserErrorException(
          out + ": could not be written: " + FileErrors.describe(failed), failed);
    }
    return ExitStatus.DONE;
  }

  /**
   * All that the sources depend on: this command with its bundled specs, settings, other specs.
   * Empty where the command is not the one jar that would tell whether it has changed.
   */
  private Optional<String> inputs() throws IOException {
    Optional<String> version = version();
    if (version.isEmpty()) {
      return Optional.empty();
    }
    InputFingerprint inputs = new InputFingerprint().add(version.get()).add(basePackage);
    models.patterns().forEach(inputs::add);
    for (Path directory : models.directories()) {
      inputs.add(directory.toString()).addFilesBelow(directory);
    }
    return Optional.of(inputs.hexDigest());
  }

  private GeneratedModels kept() throws IOException {
    return version()
        .map(version -> new GeneratedModels(out.resolve(".callsheet-models"), version))
        .orElseGet(GeneratedModels::none);
  }

  private static Optional<String> version() throws IOException {
    Path self = Path.of(URI.create(codeLocation().toString()));
    return Files.isRegularFile(self)
        ? Optional.of(new InputFingerprint().addVersionOf(self).hexDigest())
        : Optional.empty();
  }

  private static URL codeLocation() {
    return GenerateCommand.class.getProtectionDomain().getCodeSource().getLocation();
  }
}
