package dev.callsheet.linter.record;

import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.scan.ScannedUuids;
import dev.callsheet.linter.internal.scan.UuidBits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The UUIDs of a record whose tasks are all valid and do not repeat one another's. */
final class ValidUuids {
  private ValidUuids() {}

  static List<TaskUuid> of(byte[] record, FlaggedRegions scanned) {
    ScannedUuids valid = scanned.validUuids();
    if (valid.count() == 1) {
      return List.of(uuid(record, valid, 0, scanned.isList()));
    }
    List<TaskUuid> uuids = new ArrayList<>(valid.count());
    for (int task = 0; task < valid.count(); task++) {
      uuids.add(uuid(record, valid, task, scanned.isList()));
    }
    return uuids;
  }

  private static TaskUuid uuid(byte[] record, ScannedUuids valid, int task, boolean isList) {
    return new TaskUuid(
        valid.high(task),
        valid.low(task),
        writtenInCapitals(record, (int) valid.offset(task) + 1),
        isList ? "/" + valid.index(task) : "",
        valid.model(task));
  }

  /** The text of a UUID that has capitals; null where it has none. */
  private static @Nullable String writtenInCapitals(byte[] record, int from) {
    int to = from + UuidBits.LENGTH;
    if (record[to] != '"') {
      return null; // written with escapes, whose capitals say nothing
    }
    for (int i = from; i < to; i++) {
      if (record[i] >= 'A' && record[i] <= 'F') {
        return new String(record, from, UuidBits.LENGTH, StandardCharsets.US_ASCII);
      }
    }
    return null;
  }
}
