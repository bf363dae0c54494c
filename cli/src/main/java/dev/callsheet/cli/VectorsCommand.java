package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.linter.internal.file.ReportFile;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestEnvelope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

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
    ModelSpec model = SpecOptions.model(specs.catalogue(), id);
    TestVectorSet set = TestVectorSet.of(model);
    VectorFileNames names = new VectorFileNames();
    for (TestVector vector : set.vectors()) {
      write(
          RequestEnvelope.around(model, vector.request()),
          out.resolve(names.next(vector.valid() ? "valid" : "invalid", vector.name())));
    }
    long valid = set.vectors().stream().filter(TestVector::valid).count();
    console
        .out()
        .println(
            DisplayText.fileName(out.toString())
                + ": "
                + valid
                + " valid and "
                + (set.vectors().size() - valid)
                + " invalid requests");
    list("No request can violate:", set.impossible());
    list("No request was found for:", set.notFound());
    return ExitStatus.DONE;
  }

  private void list(String heading, List<String> names) {
    if (!names.isEmpty()) {
      console.out().println(heading);
      names.forEach(name -> console.out().println("  " + DisplayText.line(name)));
    }
  }

  private static void write(JsonNode request, Path path) {
    try (ReportFile file = new ReportFile(path)) {
      file.writer().append(request.toPrettyString()).append('\n');
      file.commit();
    } catch (IOException failed) {
      throw new UserErrorException(FileErrors.describe(failed), failed);
    }
  }
}
