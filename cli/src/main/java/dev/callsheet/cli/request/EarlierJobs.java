package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
  private final Predicate<JobRecord> isSentThere;
  private final Set<UUID> taken = new HashSet<>();

  /**
   * Looks into the journal of a client.
   *
   * @param isSentThere whether a job was sent to where the client sends its own
   */
  public EarlierJobs(CallsheetClient client, Console console, Predicate<JobRecord> isSentThere) {
    this.client = client;
    this.console = console;
    this.isSentThere = isSentThere;
  }

  /**
   * Starts each request, or resumes its job; no job is taken twice.
   *
   * @throws UserErrorException before anything is sent, if another process follows one of them
   */
  public List<? extends Job<?>> start(List<RunRequest> requests) {
    boolean areAllNew = requests.stream().allMatch(RunRequest::isAlwaysNew);
    List<JobRecord> earlier = areAllNew ? List.of() : client.jobs();
    List<List<JobRecord>> same = requests.stream().map(each -> same(each, earlier)).toList();
    for (int i = 0; i < requests.size(); i++) {
      requireNotFollowed(requests.get(i), same.get(i));
    }
    List<Job<?>> jobs = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      Optional<? extends Job<?>> resumed = resume(requests.get(i), same.get(i));
      jobs.add(resumed.isPresent() ? resumed.get() : client.submit(requests.get(i).request()));
    }
    return jobs;
  }

  private static List<JobRecord> same(RunRequest request, List<JobRecord> earlier) {
    return request.isAlwaysNew()
        ? List.of()
        : earlier.stream().filter(job -> isSame(request, job)).toList();
  }

  private void requireNotFollowed(RunRequest request, List<JobRecord> same) {
    boolean isAnyFree = same.stream().anyMatch(job -> job.owner() == Owner.NONE);
    for (JobRecord job : same) {
      if (job.owner() == Owner.OTHER_SESSION && !isAnyFree && isSentThere.test(job)) {
        throw new UserErrorException(
            request.place()
                + ": another process has sent this request and follows it (job "
                + job.id()
                + "); --new-uuid sends it again, and pays again");
      }
    }
  }

  private Optional<? extends Job<?>> resume(RunRequest request, List<JobRecord> same) {
    for (JobRecord job : same) {
      if (job.owner() == Owner.NONE && taken.add(job.id())) {
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

  /** One that ended without a result is not there to be resumed. */
  private static boolean isSame(RunRequest request, JobRecord job) {
    String sent = job.task().request();
    boolean isOver = job.phase() == Phase.FINISHED && job.results().isEmpty();
    return sent != null
        && !isOver
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
