package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ConsoleStyle;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.request.ConsoleJobRunner;
import dev.callsheet.cli.request.ModelTask;
import dev.callsheet.cli.request.RequestInput;
import dev.callsheet.cli.request.ValidRequestLoader;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.price.PriceEstimator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet run}: executes a request file. */
@Command(
    name = "run",
    description = "Check a request file, price it, send it, and download the results.")
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A request file, or - for standard input.")
  private String file = "";

  @Option(
      names = "--sandbox",
      description =
          "Send to a sandbox started for this run, of each platform: no key, no cost, videos of ours.")
  private boolean sandbox;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; the working directory without it.")
  private Path out = Path.of("");

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long to wait for each task, such as 90s; 20m without it.")
  private Duration timeout = Duration.ofMinutes(20);

  @Mixin private final EndpointOption endpoint = new EndpointOption();
  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (sandbox && endpoint.isSet()) {
      throw new UserErrorException("--sandbox and --endpoint cannot be used together");
    }
    ModelCatalogue catalogue = specs.catalogue();
    Optional<List<ModelTask>> sound =
        new ValidRequestLoader(catalogue, Severity.WARNING, console).load(RequestInput.of(file));
    if (sound.isEmpty()) {
      return ExitStatus.FINDINGS;
    }
    List<ModelTask> tasks = sound.get();
    if (tasks.isEmpty()) {
      throw new UserErrorException(file + ": there is no task for a model in it");
    }
    tasks.forEach(this::requireSendable);
    tasks.forEach(this::printPrice);
    List<String> platforms = tasks.stream().map(RunCommand::platform).distinct().toList();
    return sandbox
        ? inSandboxes(catalogue, tasks, platforms)
        : send(endpoint.clientBuilder(console, catalogue, platforms), tasks);
  }

  private void requireSendable(ModelTask task) {
    Platform platform = task.model().metadata().platform();
    if (platform != null
        && !platform.name().equals(RawRequest.PLATFORM)
        && platform.protocol() == null) {
      throw new UserErrorException(
          file
              + ":"
              + task.line()
              + ": this request is for "
              + platform.title()
              + ", whose file does not say how it is spoken to (`protocol`)");
    }
  }

  private static String platform(ModelTask task) {
    return task.model().metadata().platformName().orElse(RawRequest.PLATFORM);
  }

  private static RawRequest request(ModelTask task) {
    String platform = platform(task);
    return platform.equals(RawRequest.PLATFORM)
        ? RawRequest.of(task.json())
        : RawRequest.of(platform, task.model().id(), task.json());
  }

  private int inSandboxes(ModelCatalogue catalogue, List<ModelTask> tasks, List<String> platforms) {
    List<Platform> played =
        platforms.stream().flatMap(name -> catalogue.platform(name).stream()).toList();
    List<SandboxOptions> options =
        played.stream()
            .map(one -> SandboxOptions.builder().platform(one).catalogue(catalogue).build())
            .toList();
    try (SandboxGroup servers = SandboxGroup.start(options)) {
      CallsheetClientBuilder client = CallsheetClient.builder();
      played.stream().flatMap(one -> Stream.ofNullable(one.protocol())).forEach(client::platform);
      client
          .environment(servers.environment())
          .journal(Journal.none())
          .polling(PollPolicy.fixedDelay(Duration.ofMillis(250)));
      return send(client, tasks);
    }
  }

  private int send(CallsheetClientBuilder settings, List<ModelTask> tasks) {
    List<RawRequest> requests = tasks.stream().map(RunCommand::request).toList();
    requireDistinct(requests);
    return new ConsoleJobRunner(console, out, timeout, sandbox ? null : endpoint.resumeOptions(out))
        .run(settings, client -> requests.stream().map(client::submit).toList());
  }

  /** By its UUID the API knows a task: two with the same would be one. */
  private void requireDistinct(List<RawRequest> requests) {
    Set<UUID> seen = new HashSet<>();
    for (RawRequest request : requests) {
      if (!seen.add(request.jobId())) {
        throw new UserErrorException(
            file + ": two tasks have the taskUUID " + request.jobId() + "; give each its own");
      }
    }
  }

  private void printPrice(ModelTask task) {
    var price = PriceEstimator.price(task.model(), task.json());
    ConsoleStyle palette = console.errStyle();
    console
        .err()
        .println(
            palette.faint("price:")
                + " "
                + palette.strong(price.toString())
                + palette.faint(" (" + DisplayText.line(price.why()) + ")"));
  }
}
