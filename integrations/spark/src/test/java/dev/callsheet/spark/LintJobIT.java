package dev.callsheet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.session.LintListener;
import dev.callsheet.linter.session.LintSession;
import dev.callsheet.linter.session.LintSettings;
import dev.callsheet.linter.session.ReportTarget;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The job on a cluster of several JVMs, submitted as it is anywhere, finds what the command does.
 */
class LintJobIT {
  private static final Path JOB = Path.of(System.getProperty("callsheet.job", "target/job.jar"));
  private static final Path REQUESTS = Path.of("../../tests/requests");

  private Path folder;
  private StandaloneCluster cluster;

  @BeforeEach
  void startCluster() throws Exception {
    Path target = Files.createDirectories(Path.of("target/clusters").toAbsolutePath());
    folder = Files.createTempDirectory(target, "cluster");
    cluster = new StandaloneCluster(folder, 2);
  }

  @AfterEach
  void stopCluster() {
    cluster.close();
  }

  @Test
  void findsTheSameAsTheCommand_whenAWorkerIsKilledInTheMiddle() throws Exception {
    Path input = folder.resolve("requests.jsonl");
    RequestFile.write(input, REQUESTS, 0, 60_000);
    Path log = folder.resolve("job.log");
    Path output = folder.resolve("out");
    Process job =
        cluster.submit(
            log,
            JOB,
            List.of("spark.hadoop.mapreduce.input.fileinputformat.split.maxsize=500000"),
            List.of(
                "--input", input.toString(), "--output", output.toString(), "--format", "json"));
    cluster.awaitFirstTask(0, job);
    cluster.kill(0);
    assertThat(status(job)).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).as("a worker was lost").contains("Lost executor");
    List<String> found = FoundFindings.ofJob(output.resolve("findings"), input);
    assertThat(found).hasSizeGreaterThan(500).isEqualTo(FoundFindings.ofReport(report(input)));
    assertThat(found)
        .anyMatch(each -> each.contains("duplicate-task-uuid"))
        .anyMatch(each -> each.contains("malformed-json"))
        .anyMatch(each -> each.contains("not valid UTF-8"));
    assertThat(Files.readString(log))
        .containsPattern("\\d records, 6\\d,\\d+ requests; errors: \\d");
    assertThat(output.resolve("summary")).isDirectoryContaining("glob:**.json");

    Process again =
        cluster.submit(
            log,
            JOB,
            List.of(),
            List.of("--input", input.toString(), "--output", output.toString()));
    assertThat(status(again)).isEqualTo(2);
    assertThat(Files.readString(log))
        .contains("callsheet-spark: --output " + output + " is there already");
  }

  private static int status(Process job) throws InterruptedException {
    assertThat(job.waitFor(10, TimeUnit.MINUTES)).as("it has ended").isTrue();
    return job.exitValue();
  }

  /** What the command reports of a file. */
  private Path report(Path input) throws Exception {
    Path report = folder.resolve("report.json");
    LintSettings settings =
        LintSettings.builder(ModelCatalogue.bundled())
            .reports(
                List.of(
                    new ReportTarget.ToFile(
                        ReportFormat.JSON, new TextStyle(false, false, true), report)))
            .build();
    new LintSession(settings).run(List.of(new LintInput.OfFile(input)), LintListener.NONE);
    return report;
  }
}
