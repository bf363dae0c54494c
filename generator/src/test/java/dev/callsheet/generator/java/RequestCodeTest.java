package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.generator.internal.java.stagedbuilder.RequestCode;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Java that is shown of a request puts together that request. */
class RequestCodeTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path directory;

  @Test
  void aSmallestRequestOfAModeReadsAsOneWouldWriteIt() {
    ModelSpec kling = ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
    JavaModel model = JavaModel.of(kling, "com.acme");
    ModeBuilderClass mode = model.modes().get(0);
    JsonNode request =
        new RequestSearch(kling, RuleInterpretation.ENFORCED)
            .smallestRequestOf(mode.profile().mode())
            .orElseThrow();
    assertThat(RequestCode.of(model, Optional.of(mode), request))
        .matches(
            """
            KlingVideo30OmniPro\\.textToVideo\\(Size\\.P1080_\\w+\\)
                \\.positivePrompt\\("sample text"\\)
                \\.build\\(\\)""");
  }

  @Test
  void theCodeOfEveryValidVectorGivesItsRequest() throws Exception {
    for (ModelSpec spec : RepresentativeModels.list()) {
      JavaModel model = JavaModel.of(spec, "com.acme");
      List<JsonNode> requests =
          TestVectorSet.of(spec).vectors().stream()
              .filter(TestVector::valid)
              .map(TestVector::request)
              .toList();
      List<String> expressions = new ArrayList<>();
      requests.forEach(
          request -> expressions.add(RequestCode.of(model, modeOf(model, request), request)));
      CompiledSources sources =
          CompiledSources.of(
              directory.resolve(model.entry().simpleName()),
              new JavaGenerator("com.acme").generate(spec),
              program(model, expressions));
      JsonNode built = JSON.readTree(sources.run("a.Program", ""));
      for (int i = 0; i < requests.size(); i++) {
        JsonNode wanted = withoutId(spec, requests.get(i));
        assertThat(withoutId(spec, built.get(i)).equals(ValueFormsJavaTest.BY_VALUE, wanted))
            .as("%s%nis %s, and not %s", expressions.get(i), built.get(i), wanted)
            .isTrue();
      }
    }
  }

  private static Optional<ModeBuilderClass> modeOf(JavaModel model, JsonNode request) {
    return model.modes().stream()
        .filter(
            mode ->
                FormulaCompiler.compile(mode.profile().mode().condition(model.spec().modes()))
                    .holdsIn(JsonLocation.root(request)))
        .findFirst();
  }

  private static JsonNode withoutId(ModelSpec spec, JsonNode request) {
    ObjectNode copy = ((ObjectNode) request).deepCopy();
    removeEmptyObjects(copy);
    String id = spec.metadata().identity().id();
    return id == null ? copy : copy.without(id);
  }

  /** A mode that forbids all parts of an object has no way to set it to an empty one. */
  private static void removeEmptyObjects(ObjectNode object) {
    object.values().stream()
        .filter(JsonNode::isObject)
        .forEach(member -> removeEmptyObjects((ObjectNode) member));
    object.removeIf(member -> member.isObject() && member.isEmpty());
  }

  private static GeneratedFile program(JavaModel model, List<String> expressions) {
    return new GeneratedFile(
        "a/Program.java",
        """
        package a;

        import %s.*;
        import java.net.URI;
        import java.util.List;
        import java.util.Map;
        import java.util.UUID;

        public final class Program implements java.util.function.Function<String, String> {
          @Override
          public String apply(String input) {
            return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(List.of(
                %s));
          }
        }
        """
            .formatted(model.packageName(), String.join(",\n", expressions)));
  }
}
