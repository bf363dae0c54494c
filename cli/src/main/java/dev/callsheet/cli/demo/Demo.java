package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.request.JobResultDownloader;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputFile;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The demo: spec, Java, lint, price, a take, a video. */
public final class Demo {
  private static final String MODEL = "klingai:kling-video@o3-pro";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Console console;
  private final Path directory;
  private final DemoOutput output;

  /** A demo that reports on a console, and leaves what it makes in a directory. */
  public Demo(Console console, Path directory) {
    this.console = console;
    this.directory = directory;
    this.output = new DemoOutput(console);
  }

  /**
   * Plays all stages.
   *
   * @return the exit status
   * @throws UserErrorException when the directory cannot be written to
   */
  public int run() {
    try {
      ModelCatalogue catalogue = ModelCatalogue.bundled();
      ModelSpec model = catalogue.find(MODEL).orElseThrow();
      showSpec(model);
      ModelRequest<?> request = new GenerateStage(output, directory).run(model);
      Path good = write("good.json", JSON.writeValueAsString(request) + "\n");
      Path bad = write("bad.json", DemoResources.text("bad.json"));
      new LintStage(output, catalogue).run(good, bad);
      JobResultDownloader.Result take = new RunStage(console, output, directory).run(request);
      showFiles(take);
      return take.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    } catch (IOException failed) {
      throw new UserErrorException(
          directory + ": could not be written: " + FileErrors.describe(failed), failed);
    }
  }

  private void showSpec(ModelSpec model) {
    output.printHeading("The spec: " + model.metadata().name());
    output.printLine(output.style().name(model.location().file()) + " (bundled)");
    output.printLine(new ModelStatistics(model).toString());
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    OutputFile.write(file, text);
    return file;
  }

  private void showFiles(JobResultDownloader.Result take) throws IOException {
    output.printHeading("On disk");
    for (Path file : take.files()) {
      String size = Files.size(file) + " bytes";
      output.printLine(output.style().name(file.toString()) + "  " + size);
    }
    take.failures().forEach(failure -> output.printLine(output.style().failure(failure.message())));
  }
}
