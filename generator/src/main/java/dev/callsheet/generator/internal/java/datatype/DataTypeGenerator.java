package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.generator.internal.java.type.SizeEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that requests and results are made of. */
public final class DataTypeGenerator {
  private final JavaModel model;
  private final Set<RecordProperty> common;

  /**
   * The types of this model.
   *
   * @param common the properties of the request that the builders of all modes set alike
   */
  public DataTypeGenerator(JavaModel model, Set<RecordProperty> common) {
    this.model = model;
    this.common = common;
  }

  /** The types, each for a file of its own. */
  public List<TypeSpec> toTypeSpecs() {
    List<TypeSpec.Builder> types = new ArrayList<>();
    types.add(request());
    types.add(result());
    @Nullable SizeEnum sizes = model.sizes();
    if (sizes != null) {
      types.add(new SizeEnumGenerator(sizes).toTypeSpecBuilder());
    }
    model.declared().forEach(type -> types.add(declared(type)));
    return types.stream()
        .map(type -> type.addAnnotations(GeneratedAnnotations.OF_FILES).build())
        .toList();
  }

  private TypeSpec.Builder request() {
    RequestMethods methods = new RequestMethods(model);
    TypeSpec.Builder builder =
        new BuilderGenerator(model.request(), 0, model.spec(), this::isJobId, common)
            .toTypeSpecBuilder();
    methods.addSizeSetterTo(builder);
    TypeSpec.Builder source =
        record(model.request(), "A task for " + name() + ". Written to JSON as the API wants it.");
    methods.addTo(source);
    if (!common.isEmpty()) {
      source.addType(CommonSettersGenerator.toTypeSpec(model.request(), common, model.spec()));
    }
    return source.addType(builder.build());
  }

  private TypeSpec.Builder result() {
    TypeSpec.Builder source = record(model.result(), "A result of " + name() + ".");
    new ResultMethods(model).addTo(source);
    return source.addType(
        new BuilderGenerator(model.result(), 0, model.spec(), this::isJobId)
            .toTypeSpecBuilder()
            .build());
  }

  private TypeSpec.Builder declared(JavaType.Generated type) {
    return type.accept(
        new JavaTypeVisitor<>() {
          @Override
          public TypeSpec.Builder visitJdk(JdkType plain) {
            throw new IllegalArgumentException("not generated: " + plain);
          }

          @Override
          public TypeSpec.Builder visitList(ListType list) {
            throw new IllegalArgumentException("not generated: " + list);
          }

          @Override
          public TypeSpec.Builder visitMap(MapType map) {
            throw new IllegalArgumentException("not generated: " + map);
          }

          @Override
          public TypeSpec.Builder visitNullable(NullableType nullable) {
            throw new IllegalArgumentException("not generated: " + nullable);
          }

          @Override
          public TypeSpec.Builder visitEnum(EnumType enumeration) {
            return new EnumGenerator(enumeration, 0).toTypeSpecBuilder();
          }

          @Override
          public TypeSpec.Builder visitRecord(RecordType structure) {
            String description = JavadocHtml.fromText(structure.description());
            return record(structure, description.isEmpty() ? "A group of parameters." : description)
                .addType(
                    new BuilderGenerator(
                            structure, 0, model.spec(), DataTypeGenerator.this::isJobId)
                        .toTypeSpecBuilder()
                        .build());
          }

          @Override
          public TypeSpec.Builder visitUnion(UnionType union) {
            return new UnionGenerator(union, model.spec()).toTypeSpecBuilder();
          }
        });
  }

  private TypeSpec.Builder record(RecordType structure, String description) {
    return new RecordGenerator(structure, 0, description, this::isJobId).toTypeSpecBuilder();
  }

  /** Whether it is what the platform knows a task by, in the request or in a result. */
  private boolean isJobId(RecordProperty property) {
    return property.parameter().path().toString().equals(model.spec().metadata().identity().id());
  }

  private String name() {
    return JavadocHtml.fromText(model.spec().metadata().name());
  }
}
