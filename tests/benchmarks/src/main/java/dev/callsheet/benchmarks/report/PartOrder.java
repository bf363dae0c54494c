package dev.callsheet.benchmarks.report;

import java.util.Comparator;

/** The order of the parts by their ids: {@code P2}, {@code P2w}, {@code P10}. */
public final class PartOrder {
  /** By number, then by what follows it. */
  public static final Comparator<String> BY_NUMBER =
      Comparator.<String>comparingInt(id -> Integer.parseInt(id.replaceAll("\\D", "")))
          .thenComparing(Comparator.naturalOrder());

  private PartOrder() {}
}
