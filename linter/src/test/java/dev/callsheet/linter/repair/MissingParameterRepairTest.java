package dev.callsheet.linter.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repaired does not depend on what of a parameter's name fits in a message. */
class MissingParameterRepairTest {
  private static final String LONG =
      "aVeryLongNameOfAnObjectThatHoldsTheParameterAndOfWhichMessagesShowAPart";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"short", LONG})
  void isTheSameWhateverThePathLooksLike(String name) throws Exception {
    Files.writeString(
        directory.resolve("paint.yaml"),
        """
        callsheet: 1
        model: {id: "acme:paint@1", name: Paint, status: live}
        parameters:
          model: {const: "acme:paint@1"}
          "%s":
            type: object
            required: [format]
            properties:
              format: {type: string, enum: [PNG]}
        response: {properties: {}}
        """
            .formatted(name));
    Linter linter = new Linter(ModelCatalogue.of(List.of(directory)), RuleInterpretation.ENFORCED);
    String request = "{\"model\": \"acme:paint@1\", \"%s\": {}}".formatted(name);
    List<Finding> findings =
        linter.lint("a.json", request.getBytes(StandardCharsets.UTF_8)).findings();

    assertThat(findings).extracting(Finding::rule).containsExactly("missing-parameter");
    List<Repair> repairs = findings.get(0).fixSuggestions().repairs();
    assertThat(repairs).hasSize(1);
    assertThat(RepairApplier.applyReplacements(request, repairs.get(0)))
        .isEqualTo(request.replace("{}", "{\"format\": \"PNG\"}"));
  }
}
