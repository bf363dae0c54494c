package dev.callsheet.linter.record;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.Severity;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A finding in a record, as plain values, with the record's secrets covered; in a record of more
 * than 1 MB that is read task by task, those of the task and of what is near it.
 *
 * @param rule the id of the broken rule, or a structural one such as {@code malformed-json}
 * @param severity how severe it is
 * @param model the id of the request's model; null when that is not known
 * @param pointer JSON pointer from the record's outermost value
 * @param message what is wrong and what would be right, in one sentence
 * @param line of the place, from 1 where the record begins; 0 where it is not known
 * @param column of the place, in code points from 1; 0 where it is not known
 * @param price what its request will cost; null where that is not known, and where the request has
 *     an error besides a missing {@code taskUUID}: the platform refuses it
 */
public record RecordFinding(
    String rule,
    Severity severity,
    @Nullable String model,
    String pointer,
    String message,
    int line,
    int column,
    @Nullable RecordPrice price)
    implements Serializable {
  static RecordFinding of(Finding finding, @Nullable RecordPrice price) {
    return new RecordFinding(
        finding.rule(),
        finding.severity(),
        finding.model(),
        finding.pointer(),
        finding.message(),
        finding.location().line(),
        finding.location().column(),
        price);
  }
}
