package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet sandbox}: a local server. */
@Command(
    name = "sandbox",
    description = "Start a local server that behaves as the API does, by the specs.",
    footerHeading =
        "%nPoint a client to it with --endpoint or CALLSHEET_ENDPOINT; any key will do. A browser"
            + " sees the pages of its models at /docs.%n")
final class SandboxCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The TCP port on 127.0.0.1, up to 65535; any that is free without it.")
  private int port;

  @Option(
      names = "--render-time",
      paramLabel = "TIME",
      description = "How long a result takes, such as 250ms (default: 1.5s).")
  private Duration renderTime = Duration.ofMillis(1500);

  @Mixin private final SandboxBehaviorOptions behavior = new SandboxBehaviorOptions();
  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  SandboxCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Sandbox sandbox = start(options())) {
      console.out().println(sandbox.startLine());
      sandbox.join();
    }
    return ExitStatus.DONE;
  }

  private SandboxOptions options() {
    ModelCatalogue catalogue = specs.catalogue();
    try {
      return SandboxOptions.builder()
          .port(port)
          .catalogue(catalogue)
          .pages(new ModelPages(catalogue))
          .renderTime(RenderTime.fixed(renderTime))
          .behavior(behavior.behavior())
          .build();
    } catch (IllegalArgumentException wrong) {
      throw new UserErrorException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** Starts a sandbox; that a port is taken is the user's to put right. */
  static Sandbox start(SandboxOptions options) {
    try {
      return Sandbox.start(options);
    } catch (IOException failed) {
      throw new UserErrorException(
          "the sandbox cannot listen on port " + options.port() + ": " + failed.getMessage(),
          failed);
    }
  }
}
