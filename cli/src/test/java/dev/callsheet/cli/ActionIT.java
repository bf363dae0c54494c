package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What action.yml has a runner do, done in somebody's repository. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ActionIT {
  private static final Path JAR = Path.of(System.getProperty("callsheet.jar"));

  @TempDir private Path directory;
  private ScriptCheckout checkout;
  private Path workspace;

  @BeforeEach
  void repositories() throws IOException {
    checkout = ScriptCheckout.at(directory.resolve("action"));
    workspace = Files.createDirectories(directory.resolve("workspace"));
    Path requests = Files.createDirectory(workspace.resolve("requests"));
    Files.copy(
        Path.of(RequestFixtures.invalid("video-sets-duration")), requests.resolve("evening.json"));
  }

  @Test
  void aGivenJarAnnotatesWhatItFinds() throws Exception {
    CompositeAction.Run run =
        action()
            .run(
                Map.of(
                    "paths", "requests/*.json", "jar", JAR.toString(), "sarif", "callsheet.sarif"));
    assertThat(run.status()).as(run.output()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(run.output())
        .contains("::error file=requests/evening.json,line=9,", "title=video-sets-duration::");
    assertThat(workspace.resolve("callsheet.sarif")).content().contains("video-sets-duration");
    assertThat(run.used()).doesNotContainKey("actions/cache");
  }

  @Test
  void aReleaseIsFetchedIntoWhatTheRunnerKeeps() throws Exception {
    // Its Java shows what it was to run: the jar itself is no matter here.
    Path bin = checkout.program("java", "case $* in *-jar*) echo \"$*\" ;; esac\n");
    byte[] jar = {1, 2, 3};
    String sha256 = ReleaseServer.sha256(jar);
    checkout.released("1.2.3", sha256);
    try (ReleaseServer server = new ReleaseServer("1.2.3", jar)) {
      CompositeAction action = action().withPath(bin);
      CompositeAction.Run run = action.run(Map.of("releases", server.address()));
      assertThat(run.status()).as(run.output()).isEqualTo(ExitStatus.DONE);
      Map<String, String> cache = run.used().getOrDefault("actions/cache", Map.of());
      assertThat(cache).containsEntry("key", "callsheet-Linux-X64-" + sha256);
      Path kept = Path.of(cache.getOrDefault("path", "")).resolve(sha256).resolve("callsheet.jar");
      assertThat(kept).hasBinaryContent(jar);
      assertThat(run.output()).contains("-jar " + kept + " lint --format github");

      // The next run has what was kept, and asks nobody.
      assertThat(action.run(Map.of("releases", server.address())).output())
          .contains("-jar " + kept)
          .doesNotContain("fetching");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aReleaseOfOnesChoiceIsKeptByItsChecksum() throws Exception {
    Path bin = checkout.program("java", "");
    byte[] jar = {4, 5, 6};
    String sha256 = ReleaseServer.sha256(jar);
    checkout.released("1.2.3", "0".repeat(64));
    try (ReleaseServer server = new ReleaseServer("2.0.0", jar)) {
      CompositeAction.Run run =
          action()
              .withPath(bin)
              .run(Map.of("releases", server.address(), "version", "2.0.0", "sha256", sha256));
      assertThat(run.status()).as(run.output()).isEqualTo(ExitStatus.DONE);
      assertThat(run.used().getOrDefault("actions/cache", Map.of()))
          .containsEntry("key", "callsheet-Linux-X64-" + sha256);
    }
  }

  private CompositeAction action() throws IOException {
    return CompositeAction.read(Path.of("../action.yml"), checkout.root(), workspace);
  }
}
