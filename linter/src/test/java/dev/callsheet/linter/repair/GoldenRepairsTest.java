package dev.callsheet.linter.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.FreshUuids;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every repair of every request in {@code lint/}, as {@code repairs/golden-requests.txt} lists
 * them; {@code *} is one that {@code --fix} makes. With {@code -Dgolden.write=true} it is written
 * anew, to be read over before it is committed.
 */
class GoldenRepairsTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Path EXPECTED = RESOURCES.resolve("repairs/golden-requests.txt");
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);

  @Test
  void matchGoldenFile() throws IOException {
    StringBuilder listed = new StringBuilder();
    for (Path request : requests()) {
      List<Finding> findings =
          LINTER
              .lint(String.valueOf(request.getFileName()), Files.readAllBytes(request))
              .findings();
      if (!findings.isEmpty()) {
        listed.append(request.getFileName()).append('\n');
        findings.forEach(finding -> list(finding, listed));
        listed.append('\n');
      }
    }
    String masked = FreshUuids.masked(listed.toString());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(EXPECTED, masked);
    }
    assertThat(masked).isEqualTo(Files.readString(EXPECTED));
  }

  private static void list(Finding finding, StringBuilder listed) {
    listed.append("  ").append(finding.rule()).append(" at '").append(finding.pointer());
    listed.append("'\n");
    Repair fix = finding.fixSuggestions().unambiguousRepair();
    for (Repair repair : finding.fixSuggestions().repairs()) {
      listed.append(repair.equals(fix) ? "    * " : "    - ").append(repair.description());
      listed.append('\n');
      for (JsonPatchOperation step : repair.patch()) {
        listed.append("        ").append(step.op());
        listed.append(step.from() == null ? "" : " " + step.from()).append(' ');
        listed.append(step.path()).append(step.value() == null ? "" : " " + step.value());
        listed.append('\n');
      }
    }
  }

  private static List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("lint"))) {
      return files.filter(file -> file.toString().matches(".*\\.jsonl?")).sorted().toList();
    }
  }
}
