package dev.callsheet.linter.record;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The UUID under which a task of a record starts something: no later task may have it. What a
 * record repeats itself is a finding in it; whether other records have the same UUID is for whoever
 * has all of them to see.
 *
 * @param high its first 64 bits
 * @param low its last 64 bits
 * @param written how it is written; null where that is in small letters
 * @param task JSON pointer to the task, from the record's outermost value
 * @param model the id of the task's model; null when that is not known
 */
public record TaskUuid(
    long high, long low, @Nullable String written, String task, @Nullable String model)
    implements Serializable {
  private static final String MEMBER = "/taskUUID";

  /** The finding that an earlier record has the same UUID. */
  public RecordFinding repeated() {
    Violation violation =
        new Violation(Severity.ERROR, MEMBER, new Problem.RepeatedTaskUuid(text()));
    return new RecordFinding(
        violation.rule(),
        violation.severity(),
        model,
        task + MEMBER,
        violation.message(),
        0,
        0,
        null);
  }

  /** As it is written. */
  String text() {
    return written == null ? new UUID(high, low).toString() : written;
  }
}
