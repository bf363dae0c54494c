package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Durations;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Java from the spec: generated, compiled, used. */
final class JavaStage {
  private final Narrator narrator;
  private final Workshop workshop;

  JavaStage(Narrator narrator, Path directory) {
    this.narrator = narrator;
    this.workshop = new Workshop(directory);
  }

  /**
   * Shows it all.
   *
   * @return the request that the compiled program made; where there is no compiler, the same from
   *     JSON
   */
  ModelRequest<?> play(ModelSpec model) throws IOException {
    narrator.stage("Java made from it");
    List<GeneratedFile> files = workshop.generate(model);
    long lines = files.stream().flatMap(file -> file.content().lines()).count();
    narrator.say(
        narrator.palette().name(workshop.generated().toString())
            + ": "
            + files.size()
            + " files, "
            + lines
            + " lines; one of the checker's methods:");
    narrator.code(SourceMethod.named("videoSetsDuration", checker(files)).lines());
    Optional<Compilation> compilation = Compilation.available();
    if (compilation.isEmpty()) {
      narrator.say("Not compiled: this is a Java runtime without a compiler.");
      return RawRequest.of(JsonMapper.shared().readTree(Resources.text("good.json")));
    }
    long start = System.nanoTime();
    workshop.compile(compilation.get(), files);
    narrator.say(
        "Compiled with all warnings as errors, in "
            + Durations.inSeconds(Duration.ofNanos(System.nanoTime() - start))
            + ", together with this use of it:");
    narrator.code(SourceMethod.named("request", workshop.program()).body());
    return workshop.run();
  }

  private static String checker(List<GeneratedFile> files) {
    return files.stream()
        .filter(file -> file.path().endsWith("Checker.java"))
        .findFirst()
        .orElseThrow()
        .content();
  }
}
