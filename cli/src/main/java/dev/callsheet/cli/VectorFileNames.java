package dev.callsheet.cli;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files for names from a spec, which may hold anything and be of any length: each is a
 * name on every file system, and no two are the same, whether capitals count there or not.
 */
final class VectorFileNames {
  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cs}]");

  /** A name may have 255 bytes; some are left for a number and for the ending. */
  private static final int MAX_BYTES = 200;

  private final Set<String> taken = new HashSet<>();

  /** The name of a JSON file in a folder. */
  String next(String folder, String name) {
    String base = shortened(FORBIDDEN.matcher(name).replaceAll("_"));
    String unique = base;
    for (int number = 2; !taken.add(folder + "/" + unique.toLowerCase(Locale.ROOT)); number++) {
      unique = base + "-" + number;
    }
    return folder + "/" + unique + ".json";
  }

  private static String shortened(String name) {
    String cut = name.substring(0, Math.min(name.length(), MAX_BYTES));
    while (cut.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
