package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One file is linted, from a cold start, without the libraries that only other commands need: most
 * of that time goes into loading classes.
 */
class LoadedClassesTest {
  private static final Path REQUESTS =
      Path.of("../tests/requests/klingai/kling-video-3-0-omni-pro").toAbsolutePath();

  /** A class of each library that must not be loaded. */
  private static final List<String> FOREIGN =
      List.of(
          "tools.jackson.databind.ObjectMapper",
          "com.networknt.schema.Schema",
          "org.logicng.formulas.FormulaFactory",
          "com.github.mustachejava.Mustache",
          "com.palantir.javapoet.JavaFile",
          "java.net.http.HttpClient",
          "org.eclipse.jetty.server.Server");

  @TempDir Path directory;

  @Test
  void aFileIsLintedWithoutWhatOtherCommandsNeed() throws Exception {
    List<String> loaded = classesLoadedBy("lint", request("valid"), request("invalid"));
    assertThat(loaded)
        .contains("dev.callsheet.linter.internal.document.DocumentLinter")
        .doesNotContainAnyElementsOf(FOREIGN);
  }

  private static String request(String folder) throws IOException {
    try (var files = Files.list(REQUESTS.resolve(folder))) {
      return files.sorted().findFirst().orElseThrow().toString();
    }
  }

  private List<String> classesLoadedBy(String... arguments) throws Exception {
    Path log = directory.resolve("classes.log");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log.getFileName(),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Callsheet.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(directory.resolve("out.txt"))).isEqualTo(1);
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" source: "))
        .map(line -> line.replaceFirst(".*\\] (\\S+) source: .*", "$1"))
        .toList();
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
