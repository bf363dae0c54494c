package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code callsheet}, in a checkout anywhere. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ScriptIT {
  private static final Path JAR = Path.of(System.getProperty("callsheet.jar"));
  private static final String RIGHT = "{\"taskType\": \"ping\"}";
  private static final String WRONG = "{\"taskType\": \"png\"}";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"it's a \"checkout\"", "a*b? a%20b!", "\u00fcber\u96ea"})
  void worksWhereverTheCheckoutIs(String name) throws Exception {
    Path script = checkout(name, true);
    Path request = Files.writeString(directory.resolve("a.json"), RIGHT);
    for (int time = 0; time < 2; time++) {
      CommandResult result = run(script, Map.of(), "lint", request.toString());
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).contains("1 file, 1 request: 0 errors");
      assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    }
  }

  @Test
  void saysWhereJavaCannotRunIt() throws Exception {
    CommandResult result = run(checkout("a:b", true), Map.of(), "models");
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err()).contains("a colon in its name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", ""})
  void knowsNamesThatAreNotAsciiInAnyLocale(String locale) throws Exception {
    Path script = checkout("checkout", true);
    Path requests = Files.createDirectory(directory.resolve("requests"));
    String name = "\u00fcberblick.json";
    Files.writeString(requests.resolve(name), WRONG);
    Map<String, String> environment = Map.of("LC_ALL", locale);
    CommandResult named = run(script, environment, "lint", requests.resolve(name).toString());
    assertThat(named.status()).as(named.err()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(named.out()).contains(name + ":1:14: error");
    for (String format : List.of("text", "json", "junit")) {
      CommandResult walked =
          run(script, environment, "lint", "--format", format, requests.toString());
      assertThat(walked.out()).as(format).contains(name);
    }
  }

  @Test
  void saysHowFarABuildIsAndWhyItFailed() throws Exception {
    Path script = checkout("checkout", false);
    Path maven = Files.createDirectory(directory.resolve("bin")).resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        echo "[INFO] Scanning for projects..."
        echo "[INFO] Building Callsheet: runtime 1.0         [1/2]"
        echo "[ERROR] no luck"
        exit 1
        """);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    String path = maven.getParent() + File.pathSeparator + System.getenv("PATH");
    CommandResult result = run(script, Map.of("PATH", path), "models");
    assertThat(result.status()).isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(result.err())
        .contains("once; a minute or so", "Building Callsheet: runtime", "[ERROR] no luck")
        .doesNotContain("Scanning");
  }

  @Test
  void anOutputThatIsFullIsAnError() throws Exception {
    Path script = checkout("checkout", true);
    if (Files.exists(Path.of("/dev/full"))) {
      CommandResult result = run(script, Map.of(), Path.of("/dev/full"), "models");
      assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(result.err()).contains("callsheet: standard output could not be written: ");
    }
  }

  private Path checkout(String name, boolean built) throws IOException {
    Path root = directory.resolve("checkouts").resolve(name);
    Files.createDirectories(root.resolve("cli/target"));
    if (built) {
      Files.copy(JAR, root.resolve("cli/target/callsheet.jar"));
    }
    Path script = root.resolve("callsheet");
    Files.copy(Path.of("../callsheet"), script);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private CommandResult run(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    return run(script, environment, directory.resolve("out.txt"), arguments);
  }

  private CommandResult run(
      Path script, Map<String, String> environment, Path out, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    String written = Files.isRegularFile(out) ? Files.readString(out) : "";
    return new CommandResult(status, written, Files.readString(err));
  }
}
