package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.FormatArgument;
import dev.callsheet.linter.report.CheckJsonReport;
import dev.callsheet.linter.report.CheckReport;
import dev.callsheet.linter.report.CheckSarifReport;
import dev.callsheet.linter.report.CheckTextReport;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.FindingLevel;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet check}: checks specs. */
@Command(
    name = "check",
    description = "Check specs for contradictions, and show the rules that contradict.")
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "A model's file, or a directory for all model files below it; by default the bundled"
              + " models.")
  private List<Path> places = List.of();

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Which form of a rule to check where the published one differs from the enforced one: both"
              + " (default; findings in the published form alone are notes), enforced, documented.")
  private InterpretationSelection readings = InterpretationSelection.BOTH;

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = FormatArgument.SpecReportConverter.class,
      description = "text (default), json or sarif; to a file with =FILE (repeatable).")
  private List<FormatArgument> reports = List.of(FormatArgument.TEXT);

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "The least severe finding that makes the exit status 1: error (default), warning, note.")
  private FindingLevel failOn = FindingLevel.ERROR;

  @Option(
      names = "--modes",
      description = "Also show what each mode requires, allows and forbids (text and json).")
  private boolean modes;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FormatArgument.requireOneOnStandardOutput(reports);
    List<CheckResult> results = new SpecChecker(readings, modes).checkFiles(files());
    FormatArgument.ReportWriter writing =
        (format, colour, out) -> report(format, colour).write(results, out);
    reports.forEach(report -> report.write(writing, console));
    boolean found =
        results.stream()
            .flatMap(result -> result.findings().stream())
            .anyMatch(finding -> finding.level().isAtLeast(failOn));
    return found ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private List<ModelFile> files() {
    List<ModelFile> files = new ArrayList<>();
    if (places.isEmpty()) {
      files.addAll(ModelFile.bundled());
    }
    places.forEach(place -> files.addAll(find(place)));
    specs.directories().forEach(directory -> files.addAll(find(directory)));
    return files;
  }

  private static List<ModelFile> find(Path place) {
    try {
      List<ModelFile> found = ModelFile.find(place);
      if (found.isEmpty()) {
        throw new UserErrorException(place + ": there is no model file (*.yaml) below it");
      }
      return found;
    } catch (NoSuchFileException missing) {
      throw new UserErrorException(place + ": there is no such file or directory", missing);
    } catch (IOException failed) {
      throw new UserErrorException(place + ": could not be read: " + failed.getMessage(), failed);
    }
  }

  private static CheckReport report(ReportFormat format, boolean colour) {
    return switch (format) {
      case TEXT -> new CheckTextReport(colour);
      case JSON -> new CheckJsonReport();
      case SARIF -> new CheckSarifReport();
      case GITHUB, JUNIT -> throw new IllegalArgumentException("no report on specs: " + format);
    };
  }
}
