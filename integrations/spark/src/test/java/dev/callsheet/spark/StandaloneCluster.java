package dev.callsheet.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Spark's own cluster on this machine: a master and workers, each a JVM, whose executors are JVMs,
 * too. They have Spark's jars and nothing else, so that a job brings what it needs.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");

  /** What of this process's class path is not Spark's. */
  private static final Pattern NOT_SPARKS =
      Pattern.compile(
          ".*/callsheet-[^/]*\\.jar"
              + "|.*/(dev/callsheet|tools/jackson|com/networknt|com/ethlo|org/snakeyaml|org/logicng|info/picocli"
              + "|org/jspecify|org/junit|org/assertj|org/opentest4j|org/apiguardian|net/bytebuddy"
              + "|org/apache/maven)/.*");

  private final Path home;
  private final Path folder;
  private final String url;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();
  private final List<Process> drivers = new ArrayList<>();

  /**
   * Starts a cluster whose workers have one core each.
   *
   * @param folder for its files
   */
  StandaloneCluster(Path folder, int workers) throws IOException {
    this.folder = folder;
    this.home = folder.resolve("spark");
    linkJars();
    Path log = folder.resolve("master.log");
    master =
        java(
            log,
            "-Xmx512m",
            List.of(
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
    Matcher started = ProcessLog.await(log, STARTED, master);
    url = started.group(1);
    for (int i = 0; i < workers; i++) {
      Path workerLog = folder.resolve("worker-" + i + ".log");
      Process worker =
          java(
              workerLog,
              "-Xmx512m",
              List.of(
                  "org.apache.spark.deploy.worker.Worker",
                  "--host",
                  "127.0.0.1",
                  "--webui-port",
                  "0",
                  "--cores",
                  "1",
                  "--memory",
                  "2g",
                  "--work-dir",
                  work(i).toString(),
                  url));
      this.workers.add(worker);
      ProcessLog.await(workerLog, Pattern.compile("Successfully registered with master"), worker);
    }
  }

  /** Starts a job as {@code spark-submit} does, with its output in a log. */
  Process submit(Path log, Path jar, List<String> settings, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                url,
                "--class",
                LintJob.class.getName(),
                "--executor-memory",
                "1500m"));
    for (String setting : settings) {
      command.addAll(List.of("--conf", setting));
    }
    for (String setting :
        List.of(
            "spark.driver.host=127.0.0.1",
            "spark.ui.enabled=false",
            "spark.executor.extraJavaOptions=-XX:+UseSerialGC")) {
      command.addAll(List.of("--conf", setting));
    }
    command.add(jar.toString());
    command.addAll(arguments);
    command.add(0, "-XX:TieredStopAtLevel=1"); // a driver plans, which is no work for long
    Process driver = java(log, "-Xmx1g", command);
    drivers.add(driver);
    return driver;
  }

  /** Waits until an executor of a worker has finished a task. */
  void awaitFirstTask(int worker, Process job) throws IOException {
    ProcessLog.await(work(worker), Pattern.compile("Finished task \\d"), job);
  }

  /** The executors that there are. */
  Stream<ProcessHandle> executors() {
    return workers.stream().flatMap(Process::descendants);
  }

  /** Kills a worker and its executors, without a word to the others. */
  void kill(int worker) {
    Process process = workers.get(worker);
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(0, process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private Path work(int worker) {
    return folder.resolve("work-" + worker);
  }

  private Process java(Path log, String memory, List<String> command) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                memory,
                "-XX:+UseSerialGC",
                "-cp",
                home.resolve("jars") + File.separator + "*"));
    all.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptions().split(" ")));
    all.addAll(command);
    ProcessBuilder process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
    process
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_LOCAL_DIRS",
                folder.resolve("local").toString()));
    process.environment().remove("JDK_JAVA_OPTIONS");
    return process.start();
  }

  private void linkJars() throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    String classPath = System.getProperty("java.class.path");
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path link = jars.resolve(Path.of(entry).getFileName());
      if (entry.endsWith(".jar") && !NOT_SPARKS.matcher(entry).matches() && !Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of(entry).toAbsolutePath());
      }
    }
  }

  @Override
  public void close() {
    drivers.forEach(Process::destroyForcibly);
    for (int worker = 0; worker < workers.size(); worker++) {
      kill(worker);
    }
    master.destroyForcibly();
  }
}
