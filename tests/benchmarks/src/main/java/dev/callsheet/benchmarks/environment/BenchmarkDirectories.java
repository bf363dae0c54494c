package dev.callsheet.benchmarks.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param root the repository
 */
public record BenchmarkDirectories(Path root) {
  private static final String ROOT = "callsheet.benchmarks.root";

  /** As passed to a process that JMH has started. */
  public static BenchmarkDirectories ofForkedProcess() {
    return new BenchmarkDirectories(Path.of(System.getProperty(ROOT, ".")));
  }

  /** Tells a process that JMH starts. */
  public String jvmArgument() {
    return "-D" + ROOT + "=" + root;
  }

  /** A folder of ours, which is there. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(target().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder of ours, with nothing in it. */
  public Path emptyFolder(String name) throws IOException {
    Path folder = folder(name);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
    return folder;
  }

  /** The command as people start it. */
  public String callsheet() {
    return root.resolve("callsheet").toString();
  }

  /** A module's or program's place among those installed from npm. */
  public Path npm(String path) {
    return target().resolve("npm").resolve(path);
  }

  /** What the {@code peers} project has brought. */
  public Path peers(String path) {
    return target().resolve("peers").resolve(path);
  }

  private Path target() {
    return root.resolve("tests/benchmarks/target");
  }
}
