package dev.callsheet.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command and the job on the same file, for {@code tests/spark/run}: whether they find the
 * same, and how fast they are.
 */
final class ClusterRun {
  /** So few that their job does little but start. */
  private static final long FEW = 1_000;

  private final long rows;
  private final Path folder;
  private final Path command;
  private final Path job;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ClusterRun(long rows, Path folder, Path command, Path job) {
    this.rows = rows;
    this.folder = folder;
    this.command = command;
    this.job = job;
  }

  /**
   * Runs all, and ends with status 1 where they differ.
   *
   * @param arguments how many requests, a folder to work in, the jars of the command and of the
   *     job, and the folder {@code tests/requests}
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    ClusterRun run =
        new ClusterRun(
            Long.parseLong(arguments[0]),
            folder,
            Path.of(arguments[2]).toAbsolutePath(),
            Path.of(arguments[3]).toAbsolutePath());
    run.writeInput(Path.of(arguments[4]), run.rows);
    run.writeInput(Path.of(arguments[4]), FEW);
    if (!run.compare()) {
      System.exit(1);
    }
  }

  private Path input(long lines) {
    return folder.resolve("requests-" + lines + ".jsonl");
  }

  private void writeInput(Path requests, long lines) throws IOException {
    if (!Files.exists(input(lines))) {
      Path unfinished = folder.resolve("unfinished.jsonl");
      RequestFile.write(unfinished, requests, lines);
      Files.move(unfinished, input(lines));
    }
  }

  private boolean compare() throws IOException {
    out.printf(
        Locale.ROOT,
        "| %,d requests, %,d MB | time | processor time | requests a second per core | findings |%n",
        rows,
        Files.size(input(rows)) >> 20);
    out.println("| --- | ---: | ---: | ---: | ---: |");
    List<String> expected = lintWithCommand();
    List<String> found = lintOnCluster("the job, two executors", rows, false);
    List<String> disturbed = lintOnCluster("the job, a worker killed", rows, true);
    lintOnCluster(String.format(Locale.ROOT, "the job, of %,d requests", FEW), FEW, false);
    boolean isSame = isSame("the job", expected, found);
    return isSame("the disturbed job", expected, disturbed) && isSame;
  }

  /** Measured while it prints text; its report in JSON, which has repairs, is for comparison. */
  private List<String> lintWithCommand() throws IOException {
    ProcessorTime time = runCommand("text=" + folder.resolve("report.txt"));
    Path report = folder.resolve("report.json");
    runCommand("json=" + report);
    List<String> found = FoundFindings.ofReport(report);
    print("`callsheet lint`", rows, time, found.size());
    return found;
  }

  private ProcessorTime runCommand(String format) throws IOException {
    Path log = folder.resolve("command.log");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                command.toString(),
                "lint",
                "--quiet",
                "--format",
                format,
                input(rows).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ProcessorTime time = ProcessorTime.untilEnd(process, Stream::empty);
    requireStatus(process, List.of(0, 1), log);
    return time;
  }

  private List<String> lintOnCluster(String name, long lines, boolean isDisturbed)
      throws IOException {
    Path input = input(lines);
    Path files = Files.createTempDirectory(folder, "cluster");
    Path output = files.resolve("out");
    Path log = files.resolve("job.log");
    try (StandaloneCluster cluster = new StandaloneCluster(files, 2)) {
      Process process =
          cluster.submit(
              log,
              job,
              List.of(),
              List.of(
                  "--input", input.toString(), "--output", output.toString(), "--format", "json"));
      if (isDisturbed) {
        cluster.awaitFirstTask(0, process);
        cluster.kill(0);
      }
      ProcessorTime time = ProcessorTime.untilEnd(process, cluster::executors);
      requireStatus(process, List.of(0), log);
      List<String> found = FoundFindings.ofJob(output.resolve("findings"), input);
      print(name, lines, isDisturbed ? null : time, found.size());
      return found;
    }
  }

  private void print(String name, long lines, @Nullable ProcessorTime time, int findings) {
    if (time == null) {
      out.printf(Locale.ROOT, "| %s | | | | %,d |%n", name, findings);
    } else {
      out.printf(
          Locale.ROOT,
          "| %s | %.1f s | %.1f s | %,.0f | %,d |%n",
          name,
          time.elapsed(),
          time.processors(),
          lines / time.processors(),
          findings);
    }
  }

  private boolean isSame(String name, List<String> expected, List<String> found) {
    boolean isSame = found.equals(expected);
    out.println(name + (isSame ? " found the same as the command" : " found something else:"));
    if (!isSame) {
      printDifference("- ", expected, found);
      printDifference("+ ", found, expected);
    }
    return isSame;
  }

  private void printDifference(String sign, List<String> all, List<String> others) {
    List<String> rest = new ArrayList<>(all);
    rest.removeAll(new HashSet<>(others));
    rest.stream().limit(10).forEach(each -> out.println(sign + each));
  }

  private static void requireStatus(Process process, List<Integer> expected, Path log)
      throws IOException {
    if (!expected.contains(process.exitValue())) {
      throw new IllegalStateException(Files.readString(log));
    }
  }
}
