package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JournalProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is not as it was written, and what can still be read of it.
 *
 * @param number of the line, from 1
 * @param event what it said that happened, in the word of the file; empty if that is not known
 * @param job which job it was about; empty if that is not known
 */
record DamagedLine(int number, String event, Optional<UUID> job) {
  private static final Pattern EVENT = Pattern.compile("\"event\":\"([a-z]{1,20})\"");
  private static final Pattern JOB = Pattern.compile("\"job\":\"([0-9a-f-]{36})\"");

  static DamagedLine of(LineReader.Line line) {
    var length = Math.min(LineReader.MAX_FOREIGN_LENGTH, line.content().length);
    var text = new String(line.content(), 0, length, StandardCharsets.ISO_8859_1);
    return new DamagedLine(
        line.number(), find(EVENT, text).orElse(""), find(JOB, text).flatMap(DamagedLine::uuid));
  }

  private static Optional<String> find(Pattern pattern, String text) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::find).map(found -> found.group(1));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException damagedToo) {
      return Optional.empty();
    }
  }

  JournalProblem toProblem(Path file) {
    var held =
        switch (event) {
          case "submitted" -> "how a task was submitted";
          case "accepted" -> "that a task was accepted";
          case "delivered" -> "a result that is paid for";
          case "finished", "uncertain" -> "how a job ended";
          case "acknowledged" -> "that a job may be forgotten";
          default -> "anything: how a task was submitted, or a result that is paid for";
        };
    return new JournalProblem(
        JournalProblems.place(file) + ", line " + number,
        "is damaged; it may have held " + held,
        job.map(Set::of).orElse(Set.of()));
  }
}
