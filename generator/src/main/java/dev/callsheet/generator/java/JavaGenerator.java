package dev.callsheet.generator.java;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.check.CheckerSource;
import dev.callsheet.generator.java.check.PricesSource;
import dev.callsheet.generator.java.emit.ModelSources;
import dev.callsheet.generator.java.entry.EntrySource;
import dev.callsheet.generator.java.entry.ModeSource;
import dev.callsheet.generator.java.layout.Layout;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

  /** The sources for several models, in their order; made on all cores. */
  public List<GeneratedFile> generate(Collection<ModelSpec> specs) {
    return specs.parallelStream().map(this::generate).flatMap(List::stream).toList();
  }

  /** The sources for one model, ordered by path. The same spec always gives the same bytes. */
  public List<GeneratedFile> generate(ModelSpec spec) {
    JavaModel model = JavaModel.of(spec, basePackage);
    List<GeneratedFile> files = new ArrayList<>();
    for (TypeSpec type : types(model)) {
      files.add(file(model, type.name(), source(model, type)));
    }
    files.add(file(model, "package-info", PackageInfo.of(model)));
    files.sort(Comparator.comparing(GeneratedFile::path));
    return List.copyOf(files);
  }

  private static List<TypeSpec> types(JavaModel model) {
    List<TypeSpec> types = new ArrayList<>(new ModelSources(model).types());
    types.add(new EntrySource(model).toType());
    model.modes().forEach(mode -> types.add(new ModeSource(model, mode).toType()));
    types.add(new CheckerSource(model).toType());
    PricesSource.of(model).map(PricesSource::toType).ifPresent(types::add);
    return types;
  }

  private static GeneratedFile file(JavaModel model, String name, String content) {
    return new GeneratedFile(model.packageName().replace('.', '/') + "/" + name + ".java", content);
  }

  private static String source(JavaModel model, TypeSpec type) {
    return Layout.of(
        JavaFile.builder(model.packageName(), type)
            .indent("  ")
            .skipJavaLangImports(true)
            .build()
            .toString());
  }
}
