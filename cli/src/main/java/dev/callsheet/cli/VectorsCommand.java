package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.OutputFile;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet vectors}: test requests for a model. */
@Command(
    name = "vectors",
    description = "Write test requests: for every rule and constraint, one to meet, one to break.")
final class VectorsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "The model's identifier.")
  private String id = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the requests go, in the folders valid and invalid.")
  private Path out = Path.of("");

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  VectorsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TestVectorSet set = TestVectorSet.of(SpecOptions.model(specs.catalogue(), id));
    for (TestVector vector : set.vectors()) {
      Path file = out.resolve(vector.valid() ? "valid" : "invalid").resolve(fileName(vector));
      new OutputFile(file).write(vector.request().toPrettyString() + "\n");
    }
    long valid = set.vectors().stream().filter(TestVector::valid).count();
    console
        .out()
        .println(
            "%s: %d valid and %d invalid requests"
                .formatted(out, valid, set.vectors().size() - valid));
    list("Can be broken by no request, whatever it says:", set.impossible());
    list("No request was found for:", set.notFound());
    return ExitStatus.DONE;
  }

  private void list(String heading, List<String> names) {
    if (!names.isEmpty()) {
      console.out().println(heading);
      names.forEach(name -> console.out().println("  " + name));
    }
  }

  /** A parameter's name may hold what the name of a file may not. */
  private static String fileName(TestVector vector) {
    return vector.name().replaceAll("[\\\\/:*?\"<>|]", "_") + ".json";
  }
}
