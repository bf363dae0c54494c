package dev.callsheet.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** The page of figures: an introduction and a section for each part. */
public final class BenchmarkPage {
  private static final String INTRODUCTION =
      """
      # Benchmarks

      Written by `tests/benchmarks/run`, which builds Callsheet, installs those it is measured against, sees to it that
      all of them say the same of the same requests, and then measures. Name parts, as in `tests/benchmarks/run P1 P4`, to
      measure only these. It needs Maven, Node.js and Java, 17 or later, and takes under 20 minutes.

      Absolute figures say little of another machine; ratios say more. Contenders take turns, round after round, and for
      each the best round counts, since nothing but disturbance makes a round worse than another. What takes nanoseconds is
      measured by JMH in time that its thread had a processor; what takes a process, in time that passed.

      """;

  private final Path file;
  private final Map<String, String> sections = new TreeMap<>();

  /** The page as it is now, if it is. */
  public BenchmarkPage(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      String[] parts = Files.readString(file).split("(?m)^## ", -1);
      for (int i = 1; i < parts.length; i++) {
        sections.put(parts[i].substring(0, parts[i].indexOf(':')), "## " + parts[i].strip());
      }
    }
  }

  /** Puts a section in its place, for the one that was there. */
  public void put(String id, String section) throws IOException {
    sections.put(id, section.strip());
    Path whole = Files.createTempFile(file.getParent(), "benchmarks", ".md");
    Files.writeString(whole, INTRODUCTION + String.join("\n\n", sections.values()) + "\n");
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
