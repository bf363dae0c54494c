package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.verify.Agreement;
import dev.callsheet.cli.verify.ComparedVector;
import dev.callsheet.cli.verify.DryRunClient;
import dev.callsheet.cli.verify.ModelVerification;
import dev.callsheet.cli.verify.VerificationRecord;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.protocol.DryRun;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet verify}: a spec against the platform's dry run. */
@Command(
    name = "verify",
    description =
        "Send a model's test requests to its platform as dry runs, which cost nothing, and compare"
            + " verdicts, parameters and prices.")
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "The model's identifier.")
  private String id = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where a record of all that was compared goes, as JSON to be committed.")
  private @Nullable Path out;

  @Mixin private final EndpointOption endpoint = new EndpointOption();
  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelCatalogue catalogue = specs.catalogue();
    ModelSpec model = SpecOptions.model(catalogue, id);
    Platform platform = model.metadata().platformName().flatMap(catalogue::platform).orElse(null);
    DryRun dryRun = platform == null ? null : platform.dryRun();
    if (platform == null || dryRun == null) {
      String reason =
          platform == null
              ? "the spec names no platform"
              : platform.title() + " has no dry run in its file (`dryRun`)";
      throw new UserErrorException("nothing was sent: " + reason + ", so requests might cost");
    }
    String key = console.environment().getOrDefault(dryRun.key().variable(), "");
    if (key.isBlank()) {
      throw new UserErrorException(
          "nothing was sent: a dry run costs nothing, but needs a key to "
              + platform.title()
              + "; set the environment variable "
              + dryRun.key().variable());
    }
    try (DryRunClient client =
        new DryRunClient(
            dryRun, endpoint.chosen(console, platform.name()), key, VerifyCommand::pause)) {
      VerificationRecord record =
          new VerificationRecord(
              model,
              client.endpoint(),
              new ModelVerification(model, client, UUID::randomUUID).compare());
      return report(record);
    }
  }

  private int report(VerificationRecord record) {
    for (ComparedVector vector : record.vectors()) {
      if (vector.agreement() != Agreement.AGREED) {
        console.out().println(vector.agreement().id() + ": " + vector.message());
        console.out().println("  " + DisplayText.line(vector.vector().request().toString()));
      }
    }
    long differences =
        record.vectors().stream().filter(each -> each.agreement().isDifference()).count();
    console
        .out()
        .println(
            DisplayText.line(record.model().id())
                + ": "
                + record.count(Agreement.AGREED)
                + " of "
                + record.vectors().size()
                + " requests agree, "
                + differences
                + " differ, "
                + record.count(Agreement.MEDIUM)
                + " need media that exist");
    Path file = out;
    if (file != null) {
      try {
        OutputFile.write(file, record.json());
      } catch (IOException failed) {
        throw new UserErrorException(FileErrors.describe(failed), failed);
      }
    }
    return differences > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserErrorException("stopped: interrupted", interrupted);
    }
  }
}
