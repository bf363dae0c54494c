package dev.callsheet.journal.postgresql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Claims, how often each was looked at, and what was seen last, or when it was broken. */
final class Verdicts {
  private record Verdict(int checks, boolean holds, String seen) {}

  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

  void check(String claim, boolean holds, Supplier<String> seen) {
    verdicts.merge(
        claim,
        new Verdict(1, holds, seen.get()),
        (before, now) ->
            new Verdict(
                before.checks() + 1,
                before.holds() && now.holds(),
                before.holds() ? now.seen() : before.seen()));
  }

  List<String> broken() {
    return verdicts.entrySet().stream()
        .filter(verdict -> !verdict.getValue().holds())
        .map(verdict -> verdict.getKey() + ": " + verdict.getValue().seen())
        .toList();
  }

  void print(String heading) {
    System.out.println("workers: " + heading);
    verdicts.forEach(
        (claim, verdict) ->
            System.out.printf(
                "%s  %s (%d checks): %s%n",
                verdict.holds() ? "kept  " : "BROKEN", claim, verdict.checks(), verdict.seen()));
  }
}
