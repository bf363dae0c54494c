package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ConsoleStyle;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.request.ConsoleJobRunner;
import dev.callsheet.cli.request.EarlierJobs;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.cli.request.PricedTask;
import dev.callsheet.cli.request.PricedTasks;
import dev.callsheet.cli.request.RequestInput;
import dev.callsheet.cli.request.RunRequest;
import dev.callsheet.cli.request.ValidRequestLoader;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.net.LoopbackHost;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet run}: executes request files. */
@Command(
    name = "run",
    description = "Check request files, price them, send them, and download the results.",
    footerHeading =
        "%nA request without a taskUUID gets one; where the journal holds its job unfinished, that is"
            + " resumed instead of paid again.%n")
final class RunCommand implements Callable<Integer> {
  @Mixin private final InputArguments inputs = new InputArguments();

  @Option(
      names = "--sandbox",
      description =
          "Send to a sandbox started for this run, of each platform: no key, no cost, videos of ours.")
  private boolean sandbox;

  @Option(
      names = "--max-cost",
      paramLabel = "AMOUNT",
      description =
          "Send nothing if the requests may cost more than AMOUNT, such as 2.50, or an amount that is"
              + " not known.")
  private @Nullable BigDecimal maxCost;

  @Option(
      names = {"-y", "--yes"},
      description = "Send without asking, as where no person is at a terminal.")
  private boolean isAgreed;

  @Option(
      names = "--new-uuid",
      description = "Give every request a new taskUUID: what has been sent is sent and paid again.")
  private boolean isNewUuid;

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
    ValidRequestLoader loader = new ValidRequestLoader(catalogue, Severity.WARNING, console);
    List<RequestInput> files = inputs.inputs();
    PricedTasks priced = PricedTasks.load(files, loader);
    if (!priced.areAllValid()) {
      return ExitStatus.FINDINGS;
    }
    List<PricedTask> tasks = priced.tasks();
    if (tasks.isEmpty()) {
      throw new UserErrorException(
          files.stream().map(RequestInput::name).collect(Collectors.joining(", "))
              + ": there is no task for a model in it");
    }
    tasks.forEach(RunCommand::requireSendable);
    List<RunRequest> requests = tasks.stream().map(task -> RunRequest.of(task, isNewUuid)).toList();
    requireDistinct(requests);
    tasks.forEach(this::printPrice);
    Price total = priced.total();
    if (maxCost != null && PricedTasks.mayExceed(total, maxCost)) {
      console.printError(
          "nothing is sent: it may cost %s, and at most %s is allowed by --max-cost"
              .formatted(PricedTasks.most(total), maxCost.toPlainString()));
      return ExitStatus.FINDINGS;
    }
    List<String> platforms = tasks.stream().map(RunRequest::platform).distinct().toList();
    if (sandbox) {
      return inSandboxes(catalogue, requests, platforms);
    }
    CallsheetClientBuilder client = endpoint.clientBuilder(console, catalogue, platforms);
    if (!isAgreed && console.isInteractive() && !console.confirm(question(requests, total))) {
      console.err().println("Nothing was sent.");
      return ExitStatus.DONE;
    }
    return send(client, requests);
  }

  private static String question(List<RunRequest> requests, Price total) {
    return "Send %s for %s?"
        .formatted(requests.size() == 1 ? "it" : "these " + requests.size() + " requests", total);
  }

  private static void requireSendable(PricedTask priced) {
    Platform platform = priced.task().model().metadata().platform();
    if (platform != null
        && !platform.name().equals(RawRequest.PLATFORM)
        && platform.protocol() == null) {
      throw new UserErrorException(
          priced.file()
              + ":"
              + priced.task().line()
              + ": this request is for "
              + platform.title()
              + ", whose file does not say how it is spoken to (`protocol`)");
    }
  }

  private int inSandboxes(
      ModelCatalogue catalogue, List<RunRequest> requests, List<String> platforms) {
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
      return send(client, requests);
    }
  }

  private int send(CallsheetClientBuilder settings, List<RunRequest> requests) {
    return new ConsoleJobRunner(console, out, timeout, sandbox ? null : endpoint.resumeOptions(out))
        .run(
            settings,
            client -> new EarlierJobs(client, console, this::isSentThere).start(requests));
  }

  /** A server on this machine that nobody has named is not the platform. */
  private boolean isSentThere(JobRecord job) {
    URI sentTo = job.scope().endpoint();
    return endpoint
        .chosen(console, job.task().platform())
        .map(sentTo::equals)
        .orElseGet(() -> !LoopbackHost.is(sentTo.getHost()));
  }

  /** By its UUID the API knows a task: two with the same would be one. */
  private static void requireDistinct(List<RunRequest> requests) {
    Map<UUID, String> seen = new HashMap<>();
    for (RunRequest request : requests) {
      String earlier = seen.putIfAbsent(request.request().jobId(), request.place());
      if (earlier != null) {
        throw new UserErrorException(
            "%s: the task at %s has the same taskUUID %s; give each its own"
                .formatted(request.place(), earlier, request.request().jobId()));
      }
    }
  }

  private void printPrice(PricedTask task) {
    Price price = task.price();
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
