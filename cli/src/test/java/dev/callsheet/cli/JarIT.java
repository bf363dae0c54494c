package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, started as people start it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class JarIT {
  private static final Path JAR = Path.of(System.getProperty("callsheet.jar"));

  @TempDir private Path directory;

  @Test
  void demoGoesFromTheSpecToAVideo() throws Exception {
    Path out = directory.resolve("demo");
    CommandResult outcome = start("demo", "--out", out.toString());
    assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .contains("videoSetsDuration", "[unknown-parameter]", "0.896 USD", "On disk")
        .doesNotContain("\u001b");
    assertThat(out.resolve("classes/demo/FirstTake.class")).exists();
    assertThat(out.resolve("good.json")).isNotEmptyFile();
    try (Stream<Path> takes = Files.list(out.resolve("takes"))) {
      byte[] video = Files.readAllBytes(takes.findFirst().orElseThrow());
      assertThat(new String(video, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }
  }

  @Test
  void knowsItsModelsAndItsVersion() throws Exception {
    assertThat(start("models").out()).contains("klingai:kling-video@o3-pro");
    assertThat(start("--version").out()).matches("callsheet \\d+\\.\\d+\\.\\d+.*\\RJava .*\\R");
  }

  @Test
  void exitStatusReachesTheShell() throws Exception {
    Path valid = RequestFixtures.KLING.resolve("valid").toAbsolutePath();
    Path invalid = RequestFixtures.KLING.resolve("invalid").toAbsolutePath();
    assertThat(start("lint", valid.toString()).status()).isEqualTo(ExitStatus.DONE);
    assertThat(start("lint", invalid.toString()).status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(start("lint", "no-such-file").status()).isEqualTo(ExitStatus.USER_ERROR);
  }

  @Test
  void generatesAgainOnlyWhatHasChanged() throws Exception {
    String[] generate = {
      "generate",
      "--out",
      "java",
      "--package",
      "com.example",
      "--model",
      "openai:gpt-image@2.5-flare"
    };
    CommandResult first = start(generate);
    Path source = directory.resolve("java/com/example/gptimage25flare/GptImage25Flare.java");
    Path stamp = directory.resolve("java/.callsheet-stamp");
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.DONE);
    FileTime made = FileTime.fromMillis(0);
    Files.setLastModifiedTime(stamp, made);
    assertThat(start(generate)).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(stamp)).isEqualTo(made);

    String generated = Files.readString(source);
    Files.writeString(source, generated + "// edited\n");
    assertThat(start(generate)).isEqualTo(first);
    assertThat(source).hasContent(generated);
    assertThat(Files.getLastModifiedTime(stamp)).isNotEqualTo(made);
  }

  @Test
  void holdsNothingThatBelongsToAnotherJar() throws IOException {
    try (var jar = new java.util.jar.JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(java.util.zip.ZipEntry::getName))
          .noneMatch(name -> name.endsWith("module-info.class"))
          .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"))
          .contains("META-INF/LICENSE", "META-INF/NOTICE")
          .doesNotHaveDuplicates();
    }
  }

  private CommandResult start(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new CommandResult(process.waitFor(), Files.readString(out), Files.readString(err));
  }
}
