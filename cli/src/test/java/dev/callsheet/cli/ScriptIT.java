package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
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

  @TempDir private static Path shared;

  /** A checkout whose classes have been laid out once, since that takes long. */
  private static ScriptCheckout checkout;

  /** What stands for a user's own cache. */
  private static Path caches;

  @TempDir private Path directory;

  @BeforeAll
  static void checkOut() throws Exception {
    // Names that a shell, Java's class path or a URL would take otherwise.
    Path root = shared.resolve("it's a \"checkout\" a*b? a%20b! \u00fcber\u96ea");
    byte[] jar = Files.readAllBytes(JAR);
    String sha256 = ReleaseServer.sha256(jar);
    checkout = ScriptCheckout.at(root).released("1.2.3", sha256);
    caches = root.resolve("cache");
    try (ReleaseServer server = new ReleaseServer("1.2.3", jar)) {
      CommandResult first =
          checkout.run(
              Map.of("CALLSHEET_RELEASES", server.address(), "XDG_CACHE_HOME", caches.toString()),
              "models");
      assertThat(first.out()).as(first.err()).contains("klingai:kling-video@o3-pro");
    }
    try (Stream<Path> kept = Files.list(caches.resolve("callsheet").resolve(sha256))) {
      assertThat(kept.filter(file -> file.toString().endsWith(".jsa")))
          .singleElement(InstanceOfAssertFactories.PATH)
          .isNotEmptyFile();
    }
  }

  @Test
  void aReleasedJarWorksWhereverItIs() throws Exception {
    Path request = Files.writeString(directory.resolve("a.json"), RIGHT);
    CommandResult result = run("", "lint", request.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("1 file, 1 request: 0 errors");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void saysWhereJavaCannotRunIt() throws Exception {
    CommandResult result =
        ScriptCheckout.at(directory.resolve("a:b")).built(JAR).run(Map.of(), "models");
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err()).contains("a colon in its name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", ""})
  void knowsNamesThatAreNotAsciiInAnyLocale(String locale) throws Exception {
    Path requests = Files.createDirectory(directory.resolve("requests"));
    String name = "\u00fcberblick.json";
    Files.writeString(requests.resolve(name), WRONG);
    CommandResult named =
        run(
            locale,
            "lint",
            "--format",
            "text",
            "--format",
            "json=" + directory.resolve("a.json"),
            "--format",
            "junit=" + directory.resolve("a.xml"),
            requests.resolve(name).toString(),
            requests.toString());
    assertThat(named.status()).as(named.err()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(named.out()).contains(name + ":1:14: error");
    assertThat(directory.resolve("a.json")).content().contains(name);
    assertThat(directory.resolve("a.xml")).content().contains(name);
  }

  @Test
  void saysHowFarABuildIsAndWhyItFailed() throws Exception {
    ScriptCheckout unbuilt = ScriptCheckout.at(directory.resolve("checkout"));
    Files.createFile(unbuilt.root().resolve("cli/pom.xml"));
    Path bin =
        unbuilt.program(
            "mvn",
            """
            echo "[INFO] Scanning for projects..."
            echo "[INFO] Building Callsheet: runtime 1.0         [1/2]"
            echo "[ERROR] no luck"
            exit 1
            """);
    CommandResult result = unbuilt.run(ScriptCheckout.withPath(bin, Map.of()), "models");
    assertThat(result.status()).isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(result.err())
        .contains("once; a minute or so", "Building Callsheet: runtime", "[ERROR] no luck")
        .doesNotContain("Scanning");
  }

  @Test
  void anOutputThatIsFullIsAnError() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "/dev/full, which Linux has");
    CommandResult result =
        checkout.run(Map.of("XDG_CACHE_HOME", caches.toString()), Path.of("/dev/full"), "models");
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err()).contains("callsheet: standard output could not be written: ");
  }

  @Test
  void aTerminalIsKnownWithItsWidthAndItsWishes() throws Exception {
    assumeTrue(ShellSession.has("script --version | grep -q util-linux"), "script of util-linux");
    String wrong = directory.resolve("wrong.json").toString();
    Files.writeString(Path.of(wrong), WRONG);
    // Commands on one terminal, to which `script` copies what they print.
    String typed =
        """
        stty cols 60 -onlcr
        ./callsheet platforms
        TERM=xterm ./callsheet lint '%s'
        NO_COLOR=1 ./callsheet lint '%s'
        """
            .formatted(wrong, wrong);
    Path file = Files.writeString(directory.resolve("typed.sh"), typed);
    CommandResult shown =
        ShellSession.run(
            checkout.root(),
            Map.of("XDG_CACHE_HOME", caches.toString()),
            "script -qec \"sh '%s'\" /dev/null </dev/null".formatted(file));
    assertThat(shown.out().lines().takeWhile(line -> !line.contains("wrong.json")))
        .contains("  KEY: FAL_KEY")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(shown.out().split("1 error", -1))
        .satisfiesExactly(
            coloured -> assertThat(coloured).contains("\u001b[1;31merror"),
            refused -> assertThat(refused).contains("error").doesNotContain("\u001b[1"),
            rest -> assertThat(rest).doesNotContain("error"));
  }

  @Test
  void theLocaleChangesNoByte() throws Exception {
    String[] describe = {"describe", "klingai:kling-video@o3-pro"};
    assertThat(run("C", describe))
        .isEqualTo(CommandResult.run(describe))
        .satisfies(result -> assertThat(result.out()).contains("1080p \u00b7 1s"));
  }

  /** What the script and the command change for themselves is theirs alone. */
  @Test
  void aCommandInTheSandboxHasTheCallersLocale() throws Exception {
    String[] shown = {"sandbox", "--", "sh", "-c", "echo \"${LC_ALL-unset} ${COLUMNS-unset}\""};
    assertThat(run("POSIX", shown).out()).isEqualTo("POSIX unset\n");
    assertThat(run("", shown).out()).isEqualTo("unset unset\n");
    assertThat(run("C.UTF-8", shown).out()).isEqualTo("C.UTF-8 unset\n");
  }

  private static CommandResult run(String locale, String... arguments) throws Exception {
    return checkout.run(
        Map.of("LC_ALL", locale, "COLUMNS", "", "XDG_CACHE_HOME", caches.toString()), arguments);
  }
}
