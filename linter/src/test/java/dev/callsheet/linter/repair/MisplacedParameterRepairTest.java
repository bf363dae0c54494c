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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A parameter in the wrong object is moved to where the finding says that it belongs. */
class MisplacedParameterRepairTest {
  @TempDir private Path directory;

  @Test
  void isMovedToThePlaceInTheMessage() throws Exception {
    Files.writeString(
        directory.resolve("paint.yaml"),
        """
        callsheet: 1
        model: {id: "acme:paint@1", name: Paint, status: live}
        parameters:
          model: {const: "acme:paint@1"}
          brush:
            type: object
            properties: {texture: {type: string}}
          texture: {type: string}
          canvas:
            type: object
            properties: {grain: {type: string}}
        response: {properties: {}}
        """);
    Linter linter = new Linter(ModelCatalogue.of(List.of(directory)), RuleInterpretation.ENFORCED);
    String request = "{\"model\": \"acme:paint@1\", \"canvas\": {\"texture\": \"linen\"}}";
    Finding finding =
        linter.lint("a.json", request.getBytes(StandardCharsets.UTF_8)).findings().get(0);

    assertThat(finding.message()).contains("brush.texture");
    assertThat(finding.fixSuggestions().repairs().get(0).description())
        .isEqualTo("move `canvas.texture` to `brush.texture`");
  }
}
