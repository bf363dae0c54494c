package dev.callsheet.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The command and the job on the same file, for {@code tests/spark/run}: whether they find the
 * same, and how fast they are.
 */
final class ClusterRun {
  private final long rows;
  private final Path folder;
  private final Path commandJar;
  private final Path jobJar;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ClusterRun(long rows, Path folder, Path commandJar, Path jobJar) {
    this.rows = rows;
    this.folder = folder;
    this.commandJar = commandJar;
    this.jobJar = jobJar;
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
    run.writeInput(Path.of(arguments[4]), 0);
    run.writeInput(Path.of(arguments[4]), 1);
    if (!run.compare()) {
      System.exit(1);
    }
  }

  /** The file to lint, or the one of as many requests that is linted besides. */
  private Path input(int number) {
    return folder.resolve("requests-" + rows + "-" + number + ".jsonl");
  }

  private void writeInput(Path requests, int number) throws IOException {
    if (!Files.exists(input(number))) {
      Path unfinished = folder.resolve("unfinished.jsonl");
      RequestFile.write(unfinished, requests, number * rows, rows);
      Files.move(unfinished, input(number));
    }
  }

  private boolean compare() throws IOException {
    out.printf(
        Locale.ROOT,
        "| %,d requests, %,d MB | time | processor time | requests a second per core | findings |%n",
        rows,
        Files.size(input(0)) >> 20);
    out.println("| --- | ---: | ---: | ---: | ---: |");
    ProcessorTime command = runCommand("text=" + folder.resolve("report.txt"), input(0));
    Path report = folder.resolve("report.json"); // has repairs, which take time
    runCommand("json=" + report, input(0));
    List<String> expected = FoundFindings.ofReport(report);
    print("`callsheet lint`", command, expected.size());
    Job job = runJob(false, input(0));
    List<String> found = FoundFindings.ofJob(job.findings(), input(0));
    print("the job, two executors", job.time(), found.size());
    List<String> disturbed = FoundFindings.ofJob(runJob(true, input(0)).findings(), input(0));
    out.printf(Locale.ROOT, "| the job, a worker killed | | | | %,d |%n", disturbed.size());
    ProcessorTime commandTwice =
        runCommand("text=" + folder.resolve("report.txt"), input(0), input(1));
    Job jobTwice = runJob(false, input(0), input(1));
    printFurther("`callsheet lint`", command, commandTwice);
    printFurther("the job", job.time(), jobTwice.time());
    boolean isSame = isSame("the job", expected, found);
    return isSame("the disturbed job", expected, disturbed) && isSame;
  }

  private ProcessorTime runCommand(String format, Path... inputs) throws IOException {
    Path log = folder.resolve("command.log");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                commandJar.toString(),
                "lint",
                "--quiet",
                "--format",
                format));
    Arrays.stream(inputs).map(Path::toString).forEach(arguments::add);
    Process process =
        new ProcessBuilder(arguments)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ProcessorTime time = ProcessorTime.untilEnd(process, Stream::empty);
    requireStatus(process, List.of(0, 1), log);
    return time;
  }

  /** What a job took, and the folder with what it found. */
  private record Job(ProcessorTime time, Path findings) {}

  /** Runs the job on a cluster of its own. */
  private Job runJob(boolean isDisturbed, Path... inputs) throws IOException {
    Path files = Files.createTempDirectory(folder, "cluster");
    Path log = files.resolve("job.log");
    Path output = files.resolve("out");
    List<String> arguments =
        new ArrayList<>(List.of("--output", output.toString(), "--format", "json"));
    Arrays.stream(inputs).forEach(input -> arguments.addAll(List.of("--input", input.toString())));
    try (StandaloneCluster cluster = new StandaloneCluster(files, 2)) {
      Process process = cluster.submit(log, jobJar, List.of(), arguments);
      if (isDisturbed) {
        cluster.awaitFirstTask(0, process);
        cluster.kill(0);
      }
      ProcessorTime time = ProcessorTime.untilEnd(process, cluster::executors);
      requireStatus(process, List.of(0), log);
      return new Job(time, output.resolve("findings"));
    }
  }

  private void print(String name, ProcessorTime time, int findings) {
    out.printf(
        Locale.ROOT,
        "| %s | %.1f s | %.1f s | %,.0f | %,d |%n",
        name,
        time.elapsed(),
        time.processors(),
        rows / time.processors(),
        findings);
  }

  /** What as many requests again take, when all has started and is compiled. */
  private void printFurther(String name, ProcessorTime once, ProcessorTime twice) {
    double processors = twice.processors() - once.processors();
    out.printf(
        Locale.ROOT,
        "| %s, as many again | %.1f s | %.1f s | %,.0f | |%n",
        name,
        twice.elapsed() - once.elapsed(),
        processors,
        rows / processors);
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
