package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which jar the script {@code callsheet} runs, and how it comes by one that was released. The Java
 * here is a script that shows what it was to run.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ScriptReleaseTest {
  private static final byte[] JAR = "a jar".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256 = ReleaseServer.sha256(JAR);

  @TempDir private Path directory;
  private ScriptCheckout checkout;
  private ReleaseServer server;
  private Path bin;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = ScriptCheckout.at(directory.resolve("checkout"));
    server = new ReleaseServer("1.2.3", JAR);
    bin = checkout.program("java", "case $* in *-jar*) echo \"$*\" ;; esac\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReleaseIsFetchedOnceAndKeptByItsChecksum() throws Exception {
    checkout.released("1.2.3", SHA256);
    CommandResult first = run(Map.of());
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.DONE);
    assertThat(first.err())
        .isEqualTo("callsheet: fetching %s/v1.2.3/callsheet.jar (once)\n", server.address());
    assertThat(first.out()).contains("-jar " + cached() + " models");
    assertThat(cached()).hasBinaryContent(JAR);

    CommandResult second = run(Map.of());
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("-jar " + cached() + " models");
    assertThat(server.requests()).containsExactly("/v1.2.3/callsheet.jar");
  }

  @Test
  void whatWasBuiltHereComesBeforeTheRelease() throws Exception {
    checkout.released("1.2.3", SHA256).built(jar());
    assertThat(run(Map.of()).out())
        .contains("-jar " + checkout.root().resolve("cli/target/callsheet.jar") + " models");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anotherReleaseIsNamedByTheEnvironment() throws Exception {
    checkout.released("1.0.0", "0".repeat(64)).built(jar());
    CommandResult result = run(Map.of("CALLSHEET_VERSION", "1.2.3", "CALLSHEET_SHA256", SHA256));
    assertThat(result.out()).contains("-jar " + cached());
  }

  @Test
  void aJarWithAnotherChecksumIsNeitherRunNorKept() throws Exception {
    String other = "0".repeat(64);
    CommandResult result = run(Map.of("CALLSHEET_VERSION", "1.2.3", "CALLSHEET_SHA256", other));
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .endsWith(
            "/v1.2.3/callsheet.jar has the SHA-256 %s, not %s: it is not used\n"
                .formatted(SHA256, other));
    assertThat(filesOf(directory.resolve("cache"))).isEmpty();
  }

  @Test
  void aCachedJarThatHasChangedIsFetchedAgain() throws Exception {
    checkout.released("1.2.3", SHA256);
    Files.createDirectories(cached().getParent());
    Files.writeString(cached(), "half a j");
    CommandResult result = run(Map.of());
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.DONE);
    assertThat(cached()).hasBinaryContent(JAR);
  }

  @Test
  void anAddressThatDoesNotAnswerIsNamed() throws Exception {
    checkout.released("1.2.3", SHA256);
    String address = server.address();
    server.close();
    CommandResult result = run(Map.of());
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err())
        .contains(
            "callsheet: " + address + "/v1.2.3/callsheet.jar could not be fetched",
            "CALLSHEET_RELEASES",
            "CALLSHEET_JAR");
    assertThat(filesOf(directory.resolve("cache"))).isEmpty();
  }

  @Test
  void aReleaseThatIsNotThereIsNamed() throws Exception {
    CommandResult result = run(Map.of("CALLSHEET_VERSION", "9.9.9", "CALLSHEET_SHA256", SHA256));
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err()).contains("404", "/v9.9.9/callsheet.jar could not be fetched");
  }

  @Test
  void aChecksumOfTheEnvironmentComesBeforeThatOfTheRepository() throws Exception {
    checkout.released("1.2.3", SHA256);
    String other = "0".repeat(64);
    CommandResult result = run(Map.of("CALLSHEET_SHA256", other));
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err()).endsWith("not " + other + ": it is not used\n");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aChecksumMayHaveCapitals() throws Exception {
    String sha256 = SHA256.toUpperCase(Locale.ROOT);
    CommandResult released = run(Map.of("CALLSHEET_VERSION", "1.2.3", "CALLSHEET_SHA256", sha256));
    assertThat(released.out()).as(released.err()).contains("-jar " + cached());
    CommandResult given =
        run(Map.of("CALLSHEET_JAR", jar().toString(), "CALLSHEET_SHA256", sha256));
    assertThat(given.status()).as(given.err()).isEqualTo(ExitStatus.DONE);
  }

  /** Classes that are laid out would be loaded without a checksum. */
  @Test
  void aCacheThatIsGivenHoldsTheJarAlone() throws Exception {
    checkout.released("1.2.3", SHA256);
    Files.createDirectories(cached().getParent());
    Files.writeString(cached().resolveSibling("callsheet.jsa"), "of somebody else");
    assertThat(run(Map.of()).out()).contains("-jar").doesNotContain("SharedArchiveFile");
    assertThat(filesOf(directory.resolve("cache"))).hasSize(2).contains(cached());
    String home = directory.resolve("home").toString();
    assertThat(run(Map.of("CALLSHEET_CACHE", "", "XDG_CACHE_HOME", home)).out())
        .contains("-jar " + home);
    assertThat(filesOf(directory.resolve("home")))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder("callsheet.jar", "callsheet.jsa");
  }

  /** With that of another, Java would start as if there were none. */
  @Test
  void laidOutClassesAreOfOneJava() throws Exception {
    checkout.released("1.2.3", SHA256);
    Map<String, String> ownCache =
        Map.of("CALLSHEET_CACHE", "", "XDG_CACHE_HOME", directory.resolve("home").toString());
    for (String java : List.of("17.0.15+6-Debian-1deb12u1", "25.0.3+9-LTS", "../other")) {
      Files.writeString(
          checkout.root().resolve("release"), "JAVA_RUNTIME_VERSION=\"" + java + "\"\nOS=\"x\"\n");
      assertThat(run(ownCache).err()).doesNotContain("release");
    }
    assertThat(filesOf(directory.resolve("home")))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(
            "callsheet.jar",
            "callsheet-17.0.15+6-Debian-1deb12u1.jsa",
            "callsheet-25.0.3+9-LTS.jsa",
            "callsheet.jsa");
  }

  @Test
  void whoMayReadOtherFilesMayReadACachedJar() throws Exception {
    checkout.released("1.2.3", SHA256);
    run(Map.of());
    assertThat(Files.getPosixFilePermissions(cached()))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(directory.resolve("other"))));
  }

  @Test
  void variablesOfTheCallerAreNotThoseOfTheScript() throws Exception {
    checkout.released("1.2.3", SHA256);
    Map<String, String> environment = new HashMap<>();
    Pattern.compile("\\b([a-z]\\w*)=")
        .matcher(Files.readString(checkout.script()))
        .results()
        .forEach(name -> environment.put(name.group(1), directory.resolve("x").toString()));
    assertThat(environment).hasSizeGreaterThan(20).containsKeys("archive", "failed");
    CommandResult fetched = run(environment);
    assertThat(fetched.status()).as(fetched.err()).isEqualTo(ExitStatus.DONE);
    environment.put("CALLSHEET_JAR", jar().toString());
    CommandResult given = run(environment);
    assertThat(given).isEqualTo(run(Map.of("CALLSHEET_JAR", jar().toString())));
    assertThat(given.out()).isNotEmpty();
    assertThat(directory.resolve("x")).doesNotExist();
  }

  @Test
  void whatIsChangedForJavaIsSaidToIt() throws Exception {
    Map<String, String> given = Map.of("CALLSHEET_JAR", jar().toString(), "LC_CTYPE", "");
    assertThat(run(with(given, "LC_ALL", "POSIX")).out()).contains("caller.locale=POSIX -jar");
    assertThat(run(with(with(given, "LC_ALL", ""), "LANG", "C")).out())
        .contains("caller.locale= -jar");
    assertThat(run(with(given, "LC_ALL", "C.UTF-8")).out()).doesNotContain("caller.locale");
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> all = new HashMap<>(some);
    all.put(name, value);
    return all;
  }

  @Test
  void aReleaseIsPinned() throws Exception {
    for (String sha256 : List.of("", "abc", "x".repeat(64))) {
      CommandResult result = run(Map.of("CALLSHEET_VERSION", "1.2.3", "CALLSHEET_SHA256", sha256));
      assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(result.err()).contains("set CALLSHEET_SHA256 beside CALLSHEET_VERSION");
    }
    CommandResult odd = run(Map.of("CALLSHEET_VERSION", "../../1.2.3", "CALLSHEET_SHA256", SHA256));
    assertThat(odd.err()).isEqualTo("callsheet: ../../1.2.3 is no version of a release\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aGivenJarIsRunAndNothingIsWrittenBesideIt() throws Exception {
    checkout.released("1.2.3", SHA256);
    Path jar = jar();
    CommandResult result = run(Map.of("CALLSHEET_JAR", jar.toString(), "CALLSHEET_SHA256", SHA256));
    assertThat(result.out()).contains("-jar " + jar + " models");
    assertThat(filesOf(directory.resolve("given"))).containsExactly(jar);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aGivenJarIsComparedWithItsChecksum() throws Exception {
    Path jar = jar();
    CommandResult changed =
        run(Map.of("CALLSHEET_JAR", jar.toString(), "CALLSHEET_SHA256", "0".repeat(64)));
    assertThat(changed.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(changed.err()).contains(jar + " has the SHA-256 " + SHA256 + ", not 0000");
    CommandResult missing = run(Map.of("CALLSHEET_JAR", "no/such.jar"));
    assertThat(missing.err())
        .isEqualTo(
            "callsheet: no/such.jar, which CALLSHEET_JAR names, is no file that can be read\n");
  }

  @Test
  void releasesAreWhereTheRepositorySays() throws Exception {
    checkout.released("1.2.3", SHA256);
    checkout.program("curl", "echo \"asked for: $*\" >&2\nexit 6\n");
    CommandResult result = run(Map.of("CALLSHEET_RELEASES", ""));
    assertThat(result.err())
        .containsPattern("asked for: .* " + ScriptCheckout.RELEASES + "/v1.2.3/callsheet.jar\n");

    Files.delete(checkout.root().resolve("callsheet.release"));
    CommandResult nowhere =
        run(
            Map.of(
                "CALLSHEET_RELEASES",
                "",
                "CALLSHEET_VERSION",
                "1.2.3",
                "CALLSHEET_SHA256",
                SHA256));
    assertThat(nowhere.err())
        .isEqualTo("callsheet: set CALLSHEET_RELEASES to where releases are\n");
  }

  @Test
  void aScriptThatIsAloneSaysWhatIsMissing() throws Exception {
    assertThat(run(Map.of()).err())
        .endsWith("neither sources nor a callsheet.release that names a release\n");
  }

  @Test
  void withoutJavaItSaysWhatIsMissing() throws Exception {
    Files.delete(bin.resolve("java"));
    checkout.program("dirname", "echo .\n");
    CommandResult result = checkout.run(Map.of("JAVA_HOME", "", "PATH", bin.toString()), "models");
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(result.err())
        .isEqualTo("callsheet: needs Java 17 or later: put java on the PATH, or set JAVA_HOME\n");
  }

  private CommandResult run(Map<String, String> environment) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("CALLSHEET_RELEASES", server.address());
    all.put("CALLSHEET_CACHE", directory.resolve("cache").toString());
    all.putAll(environment);
    return checkout.run(ScriptCheckout.withPath(bin, all), "models");
  }

  private Path cached() {
    return directory.resolve("cache").resolve(SHA256).resolve("callsheet.jar");
  }

  private Path jar() throws IOException {
    Path jar = Files.createDirectories(directory.resolve("given")).resolve("callsheet.jar");
    return Files.write(jar, JAR);
  }

  private static List<Path> filesOf(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
