package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.Price;
import java.util.Optional;
import java.util.UUID;

/**
 * A job in a {@link JobQueue}.
 *
 * @param id the id of the job, by which its platform and the journal know it
 * @param group whose job it is
 * @param platform the name of who sells the model
 * @param model the model's id
 * @param request what is asked for, in JSON
 * @param price what it may cost, as it was known when it came
 * @param attempts how often a worker has taken it
 * @param trouble why a worker stopped it, or put it back the last time; empty if none has
 */
public record QueuedJob(
    UUID id,
    String group,
    String platform,
    String model,
    String request,
    Price price,
    int attempts,
    Optional<String> trouble) {
  /** Only what identifies the job: prompts and media can be long. */
  @Override
  public String toString() {
    return "QueuedJob " + id + " of " + group;
  }
}
