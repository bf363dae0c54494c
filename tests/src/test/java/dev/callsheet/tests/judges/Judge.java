package dev.callsheet.tests.judges;

import java.io.IOException;

/** One who judges requests. */
interface Judge {
  /** What is wrong with this request. */
  JudgeFindings judge(JudgedRequest request) throws IOException, InterruptedException;

  /** What this judge can tell of what there is to find: warnings too, or only errors. */
  default JudgeFindings detectable(JudgeFindings verdict) {
    return verdict;
  }
}
