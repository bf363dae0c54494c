package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts requests; one that has no UUID of its own and has been sent before, and whose job the
 * journal holds unfinished, is resumed instead of paid again.
 */
public final class EarlierJobs {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final CallsheetClient client;
  private final Console console;
  private final Set<UUID> taken = new HashSet<>();

  /** Looks into the journal of a client. */
  public EarlierJobs(CallsheetClient client, Console console) {
    this.client = client;
    this.console = console;
  }

  /** Starts each request, or resumes its job; no job is taken twice. */
  public List<? extends Job<?>> start(List<RunRequest> requests) {
    boolean areAllKnown = requests.stream().allMatch(RunRequest::hasOwnUuid);
    List<JobRecord> earlier = areAllKnown ? List.of() : client.jobs();
    List<Job<?>> jobs = new ArrayList<>();
    for (RunRequest request : requests) {
      Optional<? extends Job<?>> resumed =
          request.hasOwnUuid() ? Optional.empty() : resume(request, earlier);
      jobs.add(resumed.isPresent() ? resumed.get() : client.submit(request.request()));
    }
    return jobs;
  }

  private Optional<? extends Job<?>> resume(RunRequest request, List<JobRecord> earlier) {
    for (JobRecord job : earlier) {
      if (isSame(request, job) && taken.add(job.id())) {
        if (job.owner() == Owner.OTHER_SESSION) {
          throw new UserErrorException(
              request.place()
                  + ": another process has sent this request and follows it (job "
                  + job.id()
                  + "); --new-uuid sends it again, and pays again");
        }
        Optional<? extends Job<?>> resumed = client.resume(job.id());
        if (resumed.isPresent()) {
          console
              .err()
              .println(
                  request.place()
                      + ": this has been sent before, so job "
                      + job.id()
                      + " is resumed; --new-uuid pays again");
          return resumed;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(RunRequest request, JobRecord job) {
    String sent = job.task().request();
    return sent != null
        && job.task().platform().equals(request.request().modelType().platform())
        && job.task().model().equals(request.request().modelType().id())
        && request.isContentOf(parse(sent));
  }

  private static JsonNode parse(String sent) {
    try {
      return MAPPER.readTree(sent);
    } catch (JacksonException notJson) {
      return MAPPER.nullNode();
    }
  }
}
