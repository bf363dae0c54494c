package dev.callsheet.tests.judges;

import java.io.IOException;

/** One who judges requests. */
interface Judge {
  /** What is wrong with this request. */
  Verdict judge(RequestFile request) throws IOException, InterruptedException;

  /** What this judge can tell of what there is to find: warnings too, or only errors. */
  default Verdict hears(Verdict verdict) {
    return verdict;
  }
}
