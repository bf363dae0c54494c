package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A formatter that runs over a user's whole project finds nothing to do. */
class GoogleJavaFormatTest {
  static Stream<String> models() {
    return ModelCatalogue.bundled().models().stream().map(ModelSpec::id);
  }

  @ParameterizedTest
  @MethodSource("models")
  void formatterChangesNothing(String model) throws FormatterException {
    List<GeneratedFile> files =
        new JavaGenerator("com.acme.models")
            .generate(ModelCatalogue.bundled().find(model).orElseThrow());
    assertThat(files).isNotEmpty();
    SoftAssertions all = new SoftAssertions();
    for (GeneratedFile file : files) {
      all.assertThat(file.content())
          .as(file.path())
          .isEqualTo(new Formatter().formatSource(file.content()));
    }
    all.assertAll();
  }
}
