package dev.callsheet.linter.report;

import dev.callsheet.linter.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Tells findings apart by what does not change when lines or tasks are put before them: the rule,
 * the file, the place within the task, the line's own text; and, where all of that is the same, by
 * which of them it is.
 */
final class SarifFingerprints {
  /** How many are told apart in one file by which of them they are; more would fill the memory. */
  private static final int MAX_COUNTED = 1 << 18;

  private final Map<String, Integer> occurrences = new HashMap<>();
  private String file = "";

  /** The fingerprint of the next finding. */
  String fingerprint(Finding finding) {
    if (!finding.location().file().equals(file)) {
      file = finding.location().file();
      occurrences.clear();
    }
    String hash =
        fingerprint(
            finding.rule(),
            file,
            String.valueOf(finding.model()),
            finding.pointerInTask(),
            finding.excerpt().text().strip());
    int time = occurrences.size() < MAX_COUNTED ? occurrences.merge(hash, 1, Integer::sum) : 1;
    return hash + ":" + time;
  }

  /** A fingerprint of parts that stay the same. */
  static String fingerprint(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
