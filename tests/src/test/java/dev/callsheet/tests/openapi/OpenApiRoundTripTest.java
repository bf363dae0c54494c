package dev.callsheet.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.schema.OpenApiExport;
import dev.callsheet.importer.ImportedSpec;
import dev.callsheet.importer.SpecImporter;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.tests.RepresentativeModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Importing the exported document gives the specs back, compared by meaning. What is lost on the
 * way stands in {@code differences.txt}, and is what schemas cannot say. It is written anew for all
 * models with {@code -Dgolden.update=true -Dcallsheet.test.models=all}.
 */
class OpenApiRoundTripTest {
  private static final Path DIFFERENCES = Path.of("src/test/resources/openapi/differences.txt");

  @Test
  void importingTheDocumentGivesTheSpecsBack() throws Exception {
    List<ModelSpec> models = RepresentativeModels.list();
    String document = OpenApiExport.of(models, RuleInterpretation.ENFORCED).toPrettyString();
    List<ImportedSpec> imported =
        new SpecImporter(ModelFile.bundledFragments(), "")
            .importAll(new SourceText("models.openapi.json", document), "");

    Map<String, ModelSpec> byId = new HashMap<>();
    for (ImportedSpec spec : imported) {
      byId.put(
          spec.id(),
          new SpecParser(ModelFile.bundledFragments()).parse(spec.fileName(), spec.text()));
    }
    assertThat(byId.keySet()).hasSameElementsAs(models.stream().map(ModelSpec::id).toList());

    List<String> lines = new ArrayList<>();
    for (ModelSpec model : models) {
      ModelSpec back = Objects.requireNonNull(byId.get(model.id()));
      assertThat(back.metadata().name()).isEqualTo(model.metadata().name());
      assertThat(back.metadata().capabilities()).isEqualTo(model.metadata().capabilities());
      for (SpecChange change : SpecDiff.between(model, back).changes()) {
        lines.add((model.id() + ": " + change.kind().id() + " " + change.subject()).strip());
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DIFFERENCES, String.join("\n", lines) + "\n");
    }
    assertThat(Files.readAllLines(DIFFERENCES))
        .filteredOn(line -> byId.containsKey(line.replaceFirst(": .*", "")))
        .isEqualTo(lines);
  }
}
