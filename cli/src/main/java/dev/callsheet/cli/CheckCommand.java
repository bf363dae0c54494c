package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.FormatArgument;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.report.check.CheckJsonReport;
import dev.callsheet.linter.report.check.CheckReport;
import dev.callsheet.linter.report.check.CheckSarifReport;
import dev.callsheet.linter.report.check.CheckTextReport;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputConflicts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
          "A model's or platform's file, or a directory for all below it; by default the bundled"
              + " models.")
  private List<Path> places = List.of();

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Which form of a rule to check where the published one differs from the enforced one:"
              + " both (default; findings in the published form alone are notes), enforced,"
              + " documented.")
  private InterpretationSelection readings = InterpretationSelection.BOTH;

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = FormatArgument.SpecReportConverter.class,
      completionCandidates = FormatArgument.SpecReportConverter.class,
      description = "text (default), json or sarif; to a file with =FILE (repeatable).")
  private List<FormatArgument> reports = List.of(FormatArgument.TEXT);

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "The least severe finding that makes the exit status 1: error (default), warning, note.")
  private Severity failOn = Severity.ERROR;

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
    List<ModelFile> files = files();
    requireSeparateFiles(files);
    List<CheckResult> results = new SpecChecker(readings, modes).checkFiles(files);
    reports.forEach(report -> write(results, report));
    boolean found =
        results.stream()
            .flatMap(result -> result.findings().stream())
            .anyMatch(finding -> finding.level().isAtLeast(failOn));
    return found ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  /** The files to check, each once, by whatever paths it is named. */
  private List<ModelFile> files() {
    Map<Path, ModelFile> named = new LinkedHashMap<>();
    for (Path place : Stream.concat(places.stream(), specs.directories().stream()).toList()) {
      find(place).forEach(file -> named.putIfAbsent(realPath(file), file));
    }
    List<ModelFile> files = new ArrayList<>();
    if (places.isEmpty()) {
      files.addAll(ModelFile.bundled());
      files.addAll(ModelFile.bundledPlatforms());
    }
    files.addAll(named.values());
    return files;
  }

  private static Path realPath(ModelFile file) {
    Path path = Path.of(file.source().file());
    try {
      return path.toRealPath();
    } catch (IOException gone) {
      return path;
    }
  }

  private void requireSeparateFiles(List<ModelFile> files) {
    try {
      OutputConflicts.requireNone(
          FormatArgument.files(reports),
          files.stream().map(file -> Path.of(file.source().file())).toList());
    } catch (IOException conflict) {
      throw new UserErrorException(FileErrors.describe(conflict), conflict);
    }
  }

  private void write(List<CheckResult> results, FormatArgument target) {
    Path file = target.file();
    CheckReport report = report(target.format(), file == null && console.outStyle().colour());
    try {
      if (file == null) {
        report.write(results, console.out());
      } else {
        report.write(results, file);
      }
    } catch (IOException failed) {
      throw new UserErrorException(FileErrors.describe(failed), failed);
    }
  }

  private List<ModelFile> find(Path place) {
    try {
      for (ModelFile.PassedOver file : ModelFile.passedOver(place)) {
        console
            .err()
            .println(
                DisplayText.fileName(file.file().toString())
                    + ": passed over: "
                    + DisplayText.fileName(file.reason()));
      }
      List<ModelFile> found = new ArrayList<>(ModelFile.find(place));
      found.addAll(ModelFile.platforms(place));
      if (found.isEmpty()) {
        throw new UserErrorException(place + ": there is no model file (*.yaml or *.yml) below it");
      }
      return found;
    } catch (IOException failed) {
      throw new UserErrorException(
          place + ": could not be read: " + FileErrors.describe(failed), failed);
    }
  }

  private static CheckReport report(ReportFormat format, boolean colour) {
    return switch (format) {
      case TEXT -> new CheckTextReport(colour);
      case JSON -> new CheckJsonReport();
      case SARIF -> new CheckSarifReport();
      case GITHUB, GITLAB, JUNIT ->
          throw new IllegalArgumentException("no report on specs: " + format);
    };
  }
}
