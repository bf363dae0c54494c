package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What standard output does not take is an error of every command. */
@Timeout(120)
class UnwritableOutputTest {
  private static final String MODEL = "openai:gpt-image@2.5-flare";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "models",
        "models --help",
        "lint --format text GOOD",
        "lint --format json GOOD",
        "lint --format sarif GOOD",
        "lint --format github GOOD",
        "lint --format junit GOOD",
        "lint --format text BAD",
        "lint --format json BAD",
        "lint --format sarif BAD",
        "lint --format github BAD",
        "lint --format junit BAD",
        "lint --coverage GOOD",
        "lint --explain size",
        "price GOOD",
        "check ../spec/models/bfl/flux-1-dev.yaml",
        "check --format json ../spec/models/bfl/flux-1-dev.yaml",
        "schema " + MODEL,
        "vectors " + MODEL + " --out OUT",
        "generate --package com.example --model " + MODEL + " --out OUT",
        "jobs",
        "sandbox",
        "run --sandbox --out OUT GOOD",
        "demo --out OUT"
      })
  void aFullDiskIsTheUsersErrorInOneLine(String line) {
    StringWriter err = new StringWriter();
    Map<String, String> environment =
        Map.of("CALLSHEET_JOURNAL", directory.resolve("journal").toString());
    Console console =
        new Console(InputStream.nullInputStream(), new FullDisk(), err, false, false, environment);
    String command =
        line.replace("GOOD", RequestFixtures.valid("text-to-video"))
            .replace("BAD", RequestFixtures.invalid("size"))
            .replace("OUT", directory.resolve("out").toString());
    assertThat(Callsheet.run(console, command.split(" ", -1)))
        .as(err.toString())
        .isEqualTo(ExitStatus.USER_ERROR);
    assertThat(err.toString().lines().filter(each -> each.startsWith("callsheet:")))
        .containsExactly(
            "callsheet: standard output could not be written: No space left on device");
  }

  @Test
  void whatStandardErrorDoesNotTakeIsLost() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new StringWriter(),
            new FullDisk(),
            false,
            false,
            Map.of());
    assertThat(Callsheet.run(console, "lint", "no-such-file")).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(
            Callsheet.run(
                console,
                "run",
                "--sandbox",
                "--out",
                directory.toString(),
                RequestFixtures.valid("text-to-video")))
        .isEqualTo(ExitStatus.DONE);
  }

  /** Takes nothing. */
  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
