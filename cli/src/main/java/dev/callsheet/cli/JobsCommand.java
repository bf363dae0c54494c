package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.request.ConsoleJobRunner;
import dev.callsheet.cli.request.JobTableRow;
import dev.callsheet.cli.request.JournalJobs;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet jobs}: what the journal knows, and how to resume it. */
@Command(
    name = "jobs",
    description =
        "List the jobs in the journal, resume those that no process follows, or forget some.",
    footerHeading =
        "%nA job is resumed where it was sent to, unless --endpoint says otherwise; it takes the key that it"
            + " was sent with.%n")
final class JobsCommand implements Callable<Integer> {
  @Option(
      names = "--resume",
      paramLabel = "UUID",
      arity = "0..*",
      description =
          "Resume these jobs, or all that no process follows: wait for them and download their"
              + " results. None is paid twice.")
  private @Nullable List<UUID> jobsToResume;

  @Option(
      names = "--forget",
      paramLabel = "UUID",
      arity = "0..*",
      description =
          "Take these jobs off the journal, or all that failed without a result. What has results, or"
              + " is still running, is paid, and nobody fetches it then.")
  private @Nullable List<UUID> jobsToForget;

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

  JobsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (jobsToResume != null && jobsToForget != null) {
      throw new UserErrorException("--resume and --forget cannot be used together");
    }
    if (jobsToForget != null) {
      new JournalJobs(console)
          .forget(jobsToForget)
          .forEach(id -> console.out().println("forgotten: " + id));
      return ExitStatus.DONE;
    }
    return jobsToResume == null ? list() : resume(jobsToResume);
  }

  /** Each job where it was sent to, one endpoint after the other. */
  private int resume(List<UUID> wanted) {
    ModelCatalogue catalogue = specs.catalogue();
    if (endpoint.isSet()) {
      return resume(endpoint.clientBuilder(console, catalogue, List.of()), wanted, true);
    }
    List<JobRecord> known = new JournalJobs(console).all();
    wanted.forEach(id -> JournalJobs.find(id, known));
    List<JobRecord> chosen =
        known.stream()
            .filter(job -> wanted.isEmpty() ? job.owner() == Owner.NONE : wanted.contains(job.id()))
            .toList();
    if (chosen.isEmpty()) {
      console.err().println("There is nothing to resume: `callsheet jobs` lists what there is.");
      return ExitStatus.DONE;
    }
    Map<Destination, List<UUID>> byDestination = new LinkedHashMap<>();
    for (JobRecord job : chosen) {
      byDestination
          .computeIfAbsent(Destination.of(job), destination -> new ArrayList<>())
          .add(job.id());
    }
    int status = ExitStatus.DONE;
    for (Map.Entry<Destination, List<UUID>> each : byDestination.entrySet()) {
      Destination to = each.getKey();
      Map<String, String> environment =
          EndpointOption.environmentWith(console, to.platform(), to.endpoint());
      try {
        CallsheetClientBuilder settings =
            endpoint.clientBuilder(environment, catalogue, List.of(to.platform()));
        status = Math.max(status, resume(settings, each.getValue(), !wanted.isEmpty()));
      } catch (UserErrorException noKey) {
        if (!wanted.isEmpty()) {
          throw noKey;
        }
        console.printError(to.endpoint() + ": " + noKey.getMessage());
        status = ExitStatus.USER_ERROR;
      }
    }
    return status;
  }

  /** Where jobs were sent to. */
  private record Destination(String platform, URI endpoint) {
    static Destination of(JobRecord job) {
      return new Destination(job.task().platform(), job.scope().endpoint());
    }
  }

  private int resume(CallsheetClientBuilder settings, List<UUID> wanted, boolean areNamed) {
    return new ConsoleJobRunner(console, out, timeout, endpoint.resumeOptions(out))
        .run(settings, client -> resume(client, wanted, areNamed));
  }

  private int list() {
    List<JobRecord> jobs = new JournalJobs(console).all();
    if (jobs.isEmpty()) {
      console.out().println("The journal has no jobs.");
      return ExitStatus.DONE;
    }
    Instant now = Instant.now();
    new TextTable(
            JobTableRow.HEADINGS, jobs.stream().map(job -> JobTableRow.cells(job, now)).toList())
        .print(console);
    return ExitStatus.DONE;
  }

  /** Those that nobody has named may be another account's: they are left alone. */
  private List<? extends Job<?>> resume(
      CallsheetClient client, List<UUID> wanted, boolean areNamed) {
    if (areNamed && !wanted.isEmpty()) {
      return wanted.stream().map(id -> resume(client, id)).toList();
    }
    var all =
        wanted.isEmpty()
            ? client.resume()
            : wanted.stream().flatMap(id -> client.resume(id).stream()).toList();
    if (all.isEmpty()) {
      console.err().println("There is nothing to resume: `callsheet jobs` lists what there is.");
    }
    return all;
  }

  private static Job<?> resume(CallsheetClient client, UUID id) {
    return client
        .resume(id)
        .orElseThrow(() -> new UserErrorException(resumeFailureReason(client, id)));
  }

  private static String resumeFailureReason(CallsheetClient client, UUID id) {
    var known = client.jobs().stream().filter(job -> job.id().equals(id)).findFirst();
    if (known.isEmpty()) {
      return "the journal has no job " + id + ": `callsheet jobs` lists what it has";
    }
    return switch (known.get().owner()) {
      case OTHER_SESSION -> "another process follows the job " + id + " now";
      case THIS_SESSION, NONE ->
          "the job "
              + id
              + " was sent to "
              + known.get().scope().endpoint()
              + " with another key, or this is another endpoint: resume it with the same ones";
    };
  }
}
