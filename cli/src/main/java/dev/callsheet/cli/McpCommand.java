package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.mcp.AgentServer;
import dev.callsheet.cli.mcp.CommandRunner;
import dev.callsheet.cli.option.SpecOptions;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet mcp}: a server for agents. */
@Command(
    name = "mcp",
    description =
        "Serve an agent that speaks the model context protocol, on standard input and output.")
final class McpCommand implements Callable<Integer> {
  @Option(
      names = "--max-cost",
      paramLabel = "AMOUNT",
      description =
          "Let the agent spend AMOUNT, such as 2.50, in all without a question; otherwise a person"
              + " is asked each time.")
  private @Nullable BigDecimal maxCost;

  @Option(
      names = "--sandbox",
      description = "Send to a sandbox started for each run: no key, no cost, videos of ours.")
  private boolean sandbox;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go; the working directory without it.")
  private Path out = Path.of("");

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  McpCommand(Console console) {
    this.console = console;
  }

  /** Whatever else is printed goes to standard error: standard output is the protocol's alone. */
  @Override
  public Integer call() {
    if (maxCost != null && maxCost.signum() < 0) {
      throw new UserErrorException("--max-cost " + maxCost.toPlainString() + ": it is negative");
    }
    System.setOut(System.err);
    AgentServer.serve(
        new AgentServer.Settings(maxCost, sandbox, out),
        this::run,
        specs.catalogue(),
        Callsheet.Version.text(),
        console.in(),
        new FileOutputStream(FileDescriptor.out));
    return ExitStatus.DONE;
  }

  /** Runs another command with this one's specs, before nobody's eyes. */
  private CommandRunner.Output run(String in, List<String> words) {
    StringWriter written = new StringWriter();
    StringWriter errors = new StringWriter();
    Console apart =
        new Console(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            written,
            errors,
            false,
            false,
            console.environment());
    List<String> all = new ArrayList<>(words);
    specs.directories().forEach(directory -> all.addAll(List.of("--spec", directory.toString())));
    int status = Callsheet.run(apart, all.toArray(String[]::new));
    return new CommandRunner.Output(status, written.toString(), errors.toString());
  }
}
