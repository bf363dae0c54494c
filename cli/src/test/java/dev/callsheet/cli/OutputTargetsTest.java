package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every command that writes files, and every kind of thing that may be where it writes: links are
 * followed, pipes and devices written into, permissions and other names kept.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class OutputTargetsTest {
  private static final String MODEL = "openai:gpt-image@2.5-flare";

  @TempDir private Path directory;

  /** A command that writes one file, or many of which this is one. */
  private enum Command {
    LINT_REPORT("report.json", "lint --format json=FILE " + RequestFixtures.invalid("size")),
    LINT_SARIF("report.sarif", "lint --format sarif=FILE " + RequestFixtures.invalid("size")),
    LINT_JUNIT("report.xml", "lint --format junit=FILE " + RequestFixtures.invalid("size")),
    COVERAGE("coverage.json", "lint --coverage-report FILE " + RequestFixtures.valid("edit")),
    BASELINE(
        "baseline.yaml",
        "lint --baseline FILE --update-baseline " + RequestFixtures.invalid("size")),
    CHECK_REPORT("check.json", "check --format json=FILE ../spec/models/bfl/flux-1-dev.yaml"),
    VECTORS("valid/area.json", "vectors " + MODEL + " --out DIRECTORY"),
    GENERATE(
        "com/example/gptimage25flare/GptImage25Flare.java",
        "generate --package com.example --model " + MODEL + " --out DIRECTORY"),
    GENERATE_MANIFEST(
        ".callsheet-generated",
        "generate --package com.example --model " + MODEL + " --out DIRECTORY");

    private final String file;
    private final String line;

    Command(String file, String line) {
      this.file = file;
      this.line = line;
    }

    private CommandResult run(Path directory) {
      return CommandResult.run(
          Arrays.stream(line.split(" ", -1))
              .map(word -> word.replace("FILE", directory.resolve(file).toString()))
              .map(word -> word.replace("DIRECTORY", directory.toString()))
              .toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aNewFileHasThePermissionsOfNewFiles(Command command) throws IOException {
    Set<PosixFilePermission> usual =
        Files.getPosixFilePermissions(Files.createFile(directory.resolve("usual")));
    succeeds(command, directory.resolve("out"));
    try (Stream<Path> made = Files.walk(directory.resolve("out"))) {
      assertThat(made.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file)).as("%s", file).isEqualTo(usual));
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aFileThatIsThereKeepsWhatItHasBesidesItsContent(Command command) throws IOException {
    Path file = existing(command);
    Path other = Files.createLink(directory.resolve("other"), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x-wx"));
    succeeds(command, directory);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-x-wx"));
    assertThat(Files.isSameFile(file, other)).isTrue();
    assertThat(file).isNotEmptyFile().content().isNotEqualTo("before");
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aLinkIsFollowed(Command command) throws IOException {
    Path file = existing(command);
    Path real = Files.move(file, directory.resolve("real"));
    Files.createSymbolicLink(file, real);
    succeeds(command, directory);
    assertThat(file).isSymbolicLink();
    assertThat(real).isNotEmptyFile().content().isNotEqualTo("before");
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aLinkToNothingMakesWhatItLeadsTo(Command command) throws IOException {
    Path file = directory.resolve(command.file);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, directory.resolve("later"));
    succeeds(command, directory);
    assertThat(file).isSymbolicLink();
    assertThat(directory.resolve("later")).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aPipeIsWrittenInto(Command command) throws Exception {
    Path pipe = directory.resolve(command.file);
    Files.createDirectories(pipe.getParent());
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> read(pipe));
    succeeds(command, directory);
    assertThat(read.get(60, TimeUnit.SECONDS)).isNotEmpty();
    assertThat(Files.readAttributes(pipe, PosixFileAttributes.class).isOther()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aDirectoryIsRefusedInOneLine(Command command) throws IOException {
    Files.createDirectories(directory.resolve(command.file).resolve("something"));
    CommandResult result = command.run(directory);
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err().lines()).hasSize(1).first().asString().contains(command.file);
  }

  private void succeeds(Command command, Path target) {
    CommandResult result = command.run(target);
    assertThat(result.status()).as(result.err()).isIn(ExitStatus.DONE, ExitStatus.FINDINGS);
    assertThat(target.resolve(command.file)).exists();
  }

  private Path existing(Command command) throws IOException {
    Path file = directory.resolve(command.file);
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        switch (command) {
          case BASELINE -> "callsheet-baseline: 1\nfindings: []\n";
          case GENERATE_MANIFEST -> "";
          default -> "before";
        });
  }

  private static byte[] read(Path pipe) {
    try {
      return Files.readAllBytes(pipe);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
