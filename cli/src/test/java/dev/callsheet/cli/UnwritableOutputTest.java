package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What standard output does not take is an error of every command, but for a reader who goes. */
@Timeout(120)
class UnwritableOutputTest {
  private static final String MODEL = "openai:gpt-image@2.5-flare";

  @TempDir private Path directory;

  static Stream<String> commands() {
    return Stream.of(
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
        "demo --out OUT");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFullDiskIsTheUsersErrorInOneLine(String line) {
    StringWriter err = new StringWriter();
    int status = run(line, new FailingOutput("No space left on device"), err);
    assertThat(status).as(err.toString()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(err.toString().lines().filter(each -> each.startsWith("callsheet:")))
        .containsExactly(
            "callsheet: standard output could not be written: No space left on device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "lint --format json BAD", "schema " + MODEL, "sandbox"})
  void aReaderThatGoesAwayEndsTheCommandQuietly(String line) {
    StringWriter err = new StringWriter();
    int status = run(line, new FailingOutput("Broken pipe"), err);
    assertThat(status).as(err.toString()).isEqualTo(ExitStatus.READER_GONE);
    assertThat(err.toString()).doesNotContain("callsheet:");
  }

  /** Whoever goes away early has paid for it all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"Broken pipe", "No space left on device"})
  void whatFailedIsSaidWhetherOrNotResultsCanBe(String reason) throws IOException {
    SandboxBehavior behavior =
        SandboxBehavior.builder()
            .renderFailure(new RenderFailure(1, "timeoutProvider", "too late"))
            .build();
    SandboxOptions options =
        SandboxOptions.builder()
            .renderTime(RenderTime.fixed(Duration.ZERO))
            .behavior(behavior)
            .build();
    StringWriter err = new StringWriter();
    try (Sandbox sandbox = Sandbox.start(options)) {
      run(
          "run --out OUT GOOD",
          new FailingOutput(reason),
          err,
          Map.of("RUNWARE_API_KEY", "any", "CALLSHEET_ENDPOINT", sandbox.endpoint().toString()));
    }
    assertThat(err.toString()).contains("failed: too late");
  }

  private int run(String line, Writer out, StringWriter err) {
    return run(line, out, err, Map.of());
  }

  private int run(String line, Writer out, StringWriter err, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("CALLSHEET_JOURNAL", directory.resolve("journal").toString());
    Console console =
        new Console(InputStream.nullInputStream(), out, err, false, false, environment);
    String command =
        line.replace("GOOD", RequestFixtures.valid("text-to-video"))
            .replace("BAD", RequestFixtures.invalid("size"))
            .replace("OUT", directory.resolve("out").toString());
    return Callsheet.run(console, command.split(" ", -1));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeMayEndBeforeTheOutput() throws Exception {
    Path status = directory.resolve("status");
    Path err = directory.resolve("err");
    String line =
        "{ \"$1\" -cp \"$2\" \"$3\" schema --openapi 2>\"$5\"; echo $? >\"$4\"; } | head -n 1";
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                line,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                Callsheet.class.getName(),
                status.toString(),
                err.toString())
            .start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\n");
    shell.waitFor();
    assertThat(Files.readString(status)).isEqualTo(ExitStatus.READER_GONE + "\n");
    assertThat(Files.readString(err)).doesNotContain("callsheet:");
  }

  @Test
  void whatStandardErrorDoesNotTakeIsLost() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new StringWriter(),
            new FailingOutput("No space left on device"),
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
  private static final class FailingOutput extends Writer {
    private final String reason;

    FailingOutput(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException(reason);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
