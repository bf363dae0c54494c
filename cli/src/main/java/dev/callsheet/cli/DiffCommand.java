package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecVersion;
import dev.callsheet.generator.java.JavaChanges;
import dev.callsheet.linter.report.diff.DiffFormat;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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

  @Option(
      names = "--java",
      description = "Also tell what breaks for callers of the generated classes. Needs a JDK.")
  private boolean java;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BiFunction<ModelSpec, ModelSpec, List<SpecChange>> further =
        java ? javaChanges()::between : (was, is) -> List.of();
    List<SpecChanges> changes =
        SpecDiff.between(SpecVersion.read(old), SpecVersion.read(current), further);
    format.report(console.outStyle().colour()).write(changes, console.out());
    return changes.stream().anyMatch(SpecChanges::isBreaking)
        ? ExitStatus.FINDINGS
        : ExitStatus.DONE;
  }

  private static JavaChanges javaChanges() {
    return JavaChanges.ofThisJava()
        .orElseThrow(
            () ->
                new UserErrorException(
                    "--java needs the compiler of a JDK, which this Java has not: "
                        + System.getProperty("java.home")));
  }
}
