package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.demo.Demo;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callsheet demo}: everything, once, on the embedded sandbox. */
@Command(
    name = "demo",
    description = "Show the whole way from a spec to a video on disk, on the embedded sandbox.")
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where everything made goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("callsheet-demo");

  private final Console console;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new Demo(console, out).run();
  }
}
