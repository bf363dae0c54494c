package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.report.diff.DiffFormat;
import dev.callsheet.spec.catalogue.GitRevision;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet diff}: what changed for callers between two versions of a spec. */
@Command(
    name = "diff",
    description = "Show what changes for callers from one version of a spec to another.")
final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description =
          "A model's file or a directory of such, or one in a revision of git:"
              + " main:specs/still.yaml.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The same of the new version.")
  private String current = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json or markdown.")
  private DiffFormat format = DiffFormat.TEXT;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<SpecChanges> changes = SpecDiff.between(specs(old), specs(current));
    format.report(console.outStyle().colour()).write(changes, console.out());
    return changes.stream().anyMatch(SpecChanges::isBreaking)
        ? ExitStatus.FINDINGS
        : ExitStatus.DONE;
  }

  private static List<ModelSpec> specs(String name) {
    try {
      List<ModelSpec> specs = new ArrayList<>();
      for (ModelFile file : files(name)) {
        specs.add(file.parse());
      }
      if (specs.isEmpty()) {
        throw new UserErrorException(name + ": there is no model file (*.yaml or *.yml) below it");
      }
      return specs;
    } catch (IOException unreadable) {
      throw new UserErrorException(name + ": " + FileErrors.reason(unreadable), unreadable);
    } catch (SpecException wrong) {
      throw UserErrorException.ofLines(wrong);
    }
  }

  /** The files at a path, where there is one; else what is called so in a revision. */
  private static List<ModelFile> files(String name) throws IOException {
    int colon = name.indexOf(':');
    if (colon < 1 || isPath(name)) {
      return ModelFile.find(Path.of(name));
    }
    try {
      return new GitRevision(Path.of(""), name.substring(0, colon))
          .models(name.substring(colon + 1));
    } catch (IllegalArgumentException noRevision) {
      throw new UserErrorException(name + ": " + noRevision.getMessage(), noRevision);
    }
  }

  private static boolean isPath(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException noPath) {
      return false; // a colon, on Windows
    }
  }
}
