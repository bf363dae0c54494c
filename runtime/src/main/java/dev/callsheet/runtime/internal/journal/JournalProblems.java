package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a session could not read of a journal, each once. For any number of threads. */
final class JournalProblems {
  private final Set<JournalProblem> found = new LinkedHashSet<>();

  /** A file as messages name it. */
  static String place(Path file) {
    return DisplayText.fileName(file.toString());
  }

  synchronized void add(JournalProblem problem) {
    found.add(problem);
  }

  /**
   * Something is wrong with a whole file.
   *
   * @param reason the rest of a sentence about it
   */
  void add(Path file, String reason) {
    add(new JournalProblem(place(file), reason, Set.of()));
  }

  void addUnreadable(Path file, IOException e) {
    add(file, "cannot be read (" + JournalDirectory.reason(e) + "); it may hold jobs");
  }

  /** What is wrong inside a file. */
  void addAll(Path file, JournalFileContents contents) {
    if (contents.scope() == null) {
      add(file, contents.header().defect());
    }
    contents.damagedLines().forEach(line -> add(line.toProblem(file)));
    contents
        .incompleteJobs()
        .forEach(
            job ->
                add(
                    new JournalProblem(
                        place(file),
                        "has entries of a job, and does not say how it was submitted",
                        Set.of(job))));
  }

  synchronized List<JournalProblem> all() {
    return List.copyOf(found);
  }
}
