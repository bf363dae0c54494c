package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated code needs two packages of the runtime, so that all others may change. */
class GeneratedImportsTest {
  private static final Pattern OWN_PACKAGE = Pattern.compile("dev\\.callsheet(?:\\.[a-z]+)+");

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void namesNoPackageButTheRuntimeAndItsSupport(ModelSpec model) {
    for (GeneratedFile file : new JavaGenerator("com.acme.models").generate(model)) {
      assertThat(OWN_PACKAGE.matcher(file.content()).results().map(match -> match.group()))
          .as(file.path())
          .isSubsetOf("dev.callsheet.runtime", "dev.callsheet.runtime.support");
    }
  }
}
