package dev.callsheet.generator.java;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.checker.CheckerGenerator;
import dev.callsheet.generator.internal.java.checker.PricesGenerator;
import dev.callsheet.generator.internal.java.datatype.DataTypeGenerator;
import dev.callsheet.generator.internal.java.formatting.AsciiSource;
import dev.callsheet.generator.internal.java.formatting.SingleLineJavadoc;
import dev.callsheet.generator.internal.java.stagedbuilder.CommonProperties;
import dev.callsheet.generator.internal.java.stagedbuilder.EntryClassGenerator;
import dev.callsheet.generator.internal.java.stagedbuilder.ModeBuilderGenerator;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.SourceVersion;

/**
 * Makes Java sources from specs: one package for each model, named after it. Beside the sources of
 * a model there is a resource for GraalVM's {@code native-image}, below {@code META-INF}.
 */
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

  /**
   * The sources for several models, in their order; made on all cores. Models of the same name go
   * below packages of their creators, or of what else tells them apart.
   *
   * @throws IllegalArgumentException when an object has more members than a record can have; the
   *     message says where
   */
  public List<GeneratedFile> generate(Collection<ModelSpec> specs) {
    requirePossible(specs);
    Map<ModelSpec, String> parents = parentPackages(specs);
    return specs.parallelStream()
        .map(spec -> generate(spec, Objects.requireNonNull(parents.get(spec))))
        .flatMap(List::stream)
        .toList();
  }

  /** The package below which each of several models has its own; by identity. */
  public Map<ModelSpec, String> parentPackages(Collection<ModelSpec> specs) {
    return ParentPackages.of(specs, basePackage);
  }

  /**
   * Makes sure that Java can have what several models have.
   *
   * @throws IllegalArgumentException as {@link #generate(Collection)}
   */
  public static void requirePossible(Collection<ModelSpec> specs) {
    specs.forEach(RecordSizeLimit::require); // in order, and as it is thrown
  }

  /** The sources for one model, which Java {@linkplain #requirePossible can have}. */
  public static List<GeneratedFile> generateBelow(String parentPackage, ModelSpec spec) {
    return generate(spec, parentPackage);
  }

  /**
   * The sources for one model, ordered by path. The same spec always gives the same bytes.
   *
   * @throws IllegalArgumentException when an object has more members than a record can have; the
   *     message says where
   */
  public List<GeneratedFile> generate(ModelSpec spec) {
    RecordSizeLimit.require(spec);
    return generate(spec, basePackage);
  }

  private static List<GeneratedFile> generate(ModelSpec spec, String parentPackage) {
    JavaModel model = JavaModel.of(spec, parentPackage);
    List<GeneratedFile> files = new ArrayList<>();
    List<TypeSpec> types = types(model);
    for (TypeSpec type : types) {
      files.add(file(model, type.name(), source(model, type)));
    }
    files.add(NativeImageMetadata.of(model.packageName(), types));
    files.add(file(model, "package-info", PackageInfoGenerator.generate(model)));
    files.sort(Comparator.comparing(GeneratedFile::path));
    return List.copyOf(files);
  }

  private static List<TypeSpec> types(JavaModel model) {
    List<TypeSpec> types =
        new ArrayList<>(new DataTypeGenerator(model, CommonProperties.of(model)).toTypeSpecs());
    types.add(new EntryClassGenerator(model).toTypeSpec());
    model.modes().forEach(mode -> types.add(new ModeBuilderGenerator(model, mode).toTypeSpec()));
    types.add(new CheckerGenerator(model).toTypeSpec());
    PricesGenerator.of(model).map(PricesGenerator::toTypeSpec).ifPresent(types::add);
    return types;
  }

  private static GeneratedFile file(JavaModel model, String name, String content) {
    String path = model.packageName().replace('.', '/') + "/" + name + ".java";
    return new GeneratedFile(path, AsciiSource.of(content));
  }

  private static String source(JavaModel model, TypeSpec type) {
    return SingleLineJavadoc.collapse(
        JavaFile.builder(model.packageName(), type)
            .indent("  ")
            .skipJavaLangImports(true)
            .build()
            .toString());
  }
}
