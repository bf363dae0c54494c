package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.internal.wire.ReplyItem;
import java.util.List;

/** Asks for the results of a task that has ended once more, since their addresses have expired. */
@FunctionalInterface
interface ResultRenewal {
  /** The results as they are now; none where the platform does not give any. Blocks. */
  List<ReplyItem> renewed();
}
