package dev.callsheet.linter.report;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.git.RepositoryNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Fingerprints of findings that stay the same when lines or tasks are inserted before them: hashes
 * of the rule, the file, the place within the task and the text of the line; findings that agree in
 * all of these are numbered.
 */
final class SarifFingerprints {
  /** How many fingerprints of one file are numbered; more would fill the memory. */
  private static final int MAX_COUNTED = 1 << 18;

  private final RepositoryNames names = RepositoryNames.ofWorkingDirectory();
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
            names.nameOf(file),
            String.valueOf(finding.model()),
            finding.pointerInTask(),
            finding.excerpt().text().strip());
    int time = occurrences.size() < MAX_COUNTED ? occurrences.merge(hash, 1, Integer::sum) : 1;
    return hash + ":" + time;
  }

  /** A fingerprint of these parts. */
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
