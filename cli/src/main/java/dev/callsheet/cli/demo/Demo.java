package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.cli.request.Execution;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.spec.catalogue.Catalogue;
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
  private final Narrator narrator;

  /** A demo that tells its story on a console, and leaves what it makes in a directory. */
  public Demo(Console console, Path directory) {
    this.console = console;
    this.directory = directory;
    this.narrator = new Narrator(console);
  }

  /**
   * Plays all stages.
   *
   * @return the exit status
   * @throws UserMistake when the directory cannot be written to
   */
  public int play() {
    try {
      Catalogue catalogue = Catalogue.bundled();
      ModelSpec model = catalogue.find(MODEL).orElseThrow();
      showSpec(model);
      ModelRequest<?> request = new JavaStage(narrator, directory).play(model);
      Path good = write("good.json", JSON.writeValueAsString(request) + "\n");
      Path bad = write("bad.json", Resources.text("bad.json"));
      new JudgeStage(narrator, catalogue).play(good, bad);
      Execution.Take take = new TakeStage(console, narrator, directory).play(request);
      showFiles(take);
      return take.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    } catch (IOException failed) {
      throw new UserMistake(directory + ": could not be written: " + failed, failed);
    }
  }

  private void showSpec(ModelSpec model) {
    narrator.stage("The spec: " + model.identity().name());
    narrator.say(narrator.palette().name(model.location().file()) + " (bundled)");
    narrator.say(new Facts(model).toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private void showFiles(Execution.Take take) throws IOException {
    narrator.stage("On disk");
    for (Path file : take.files()) {
      String size = Files.size(file) + " bytes";
      narrator.say(narrator.palette().name(file.toString()) + "  " + size);
    }
    take.failures().forEach(failure -> narrator.say(narrator.palette().bad(failure.message())));
  }
}
