package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.request.ConsoleJobRunner;
import dev.callsheet.cli.request.JobTableRow;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet jobs}: what the journal knows, and how to resume it. */
@Command(
    name = "jobs",
    description = "List the jobs in the journal, or resume those that no process follows.")
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
    var wanted = jobsToResume;
    if (wanted == null) {
      return list();
    }
    return new ConsoleJobRunner(console, out, timeout, endpoint.resumeOptions(out))
        .run(
            endpoint.clientBuilder(console, specs.catalogue(), List.of()),
            client -> resume(client, wanted));
  }

  private int list() {
    List<JobRecord> jobs;
    try (var session =
        FileJournal.of(console.environment()).open(new Scope(URI.create("http://nowhere"), ""))) {
      jobs = session.jobs();
      session
          .problems()
          .forEach(
              problem ->
                  console.err().println(console.errStyle().failure("warning:") + " " + problem));
    } catch (JournalException unreadable) {
      throw new UserErrorException(String.valueOf(unreadable.getMessage()), unreadable);
    }
    if (jobs.isEmpty()) {
      console.out().println("The journal has no jobs.");
      return ExitStatus.DONE;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(JobTableRow.HEADINGS);
    jobs.forEach(job -> rows.add(JobTableRow.cells(job, Instant.now())));
    new TextTable(rows).print(console.out());
    return ExitStatus.DONE;
  }

  private List<? extends Job<?>> resume(CallsheetClient client, List<UUID> wanted) {
    if (wanted.isEmpty()) {
      var all = client.resume();
      if (all.isEmpty()) {
        console.err().println("There is nothing to resume: `callsheet jobs` lists what there is.");
      }
      return all;
    }
    return wanted.stream().map(id -> resume(client, id)).toList();
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
