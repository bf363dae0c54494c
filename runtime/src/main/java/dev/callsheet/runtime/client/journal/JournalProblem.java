package dev.callsheet.runtime.client.journal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Something in a journal that cannot be read. It is left where it is, and the rest of the journal
 * is used without it.
 *
 * @param place where it is, such as a file and a line of it
 * @param reason what is wrong with it, and what it may have held, in one line
 * @param jobs the jobs that it was about, as far as that is known
 */
public record JournalProblem(String place, String reason, Set<UUID> jobs) {
  /** Copies the set, so that a problem never changes. */
  public JournalProblem {
    jobs = Set.copyOf(jobs);
  }

  /** One line for people. */
  @Override
  public String toString() {
    var about = jobs.stream().map(UUID::toString).sorted().collect(Collectors.joining(", "));
    return place + " " + reason + (about.isEmpty() ? "" : "; it is about job " + about);
  }
}
