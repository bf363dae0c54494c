package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.DurationFormat;
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
final class GenerateStage {
  private final DemoOutput output;
  private final DemoProject project;

  GenerateStage(DemoOutput narrator, Path directory) {
    this.output = narrator;
    this.project = new DemoProject(directory);
  }

  /**
   * Shows it all.
   *
   * @return the request that the compiled program made; where there is no compiler, the same from
   *     JSON
   */
  ModelRequest<?> run(ModelSpec model) throws IOException {
    output.printHeading("Java made from it");
    List<GeneratedFile> files = project.generate(model);
    long lines = files.stream().flatMap(file -> file.content().lines()).count();
    output.printLine(
        output.style().name(project.generated().toString())
            + ": "
            + files.size()
            + " files, "
            + lines
            + " lines; one of the checker's methods:");
    output.printCode(SourceMethod.named("videoSetsDuration", checker(files)).lines());
    Optional<DemoCompiler> compilation = DemoCompiler.available();
    if (compilation.isEmpty()) {
      output.printLine("Not compiled: this is a Java runtime without a compiler.");
      return RawRequest.of(JsonMapper.shared().readTree(DemoResources.text("good.json")));
    }
    long start = System.nanoTime();
    project.compile(compilation.get(), files);
    output.printLine(
        "Compiled with all warnings as errors, in "
            + DurationFormat.inSeconds(Duration.ofNanos(System.nanoTime() - start))
            + ", together with this use of it:");
    output.printCode(SourceMethod.named("request", project.program()).body());
    return project.run();
  }

  private static String checker(List<GeneratedFile> files) {
    return files.stream()
        .filter(file -> file.path().endsWith("Checker.java"))
        .findFirst()
        .orElseThrow()
        .content();
  }
}
