package dev.callsheet.linter.internal.report;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.git.RepositoryNames;
import dev.callsheet.runtime.internal.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Fingerprints of findings that stay the same when lines or tasks are inserted before them: hashes
 * of the rule, the file, the place within the task and the text of the line; findings that agree in
 * all of these are numbered.
 */
public final class FindingFingerprints {
  /** How many fingerprints of one file are numbered; more would fill the memory. */
  private static final int MAX_COUNTED = 1 << 18;

  private final RepositoryNames names = RepositoryNames.ofWorkingDirectory();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private String file = "";

  /** The fingerprint of the next finding. */
  public String fingerprint(Finding finding) {
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
  public static String fingerprint(String... parts) {
    return Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8), 16);
  }
}
