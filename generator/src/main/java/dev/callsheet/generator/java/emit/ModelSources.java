package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.Enumeration;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.generator.java.type.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that requests and results are made of. */
public final class ModelSources {
  private final JavaModel model;

  /** The types of this model. */
  public ModelSources(JavaModel model) {
    this.model = model;
  }

  /** The types, each for a file of its own. */
  public List<TypeSpec> types() {
    List<TypeSpec.Builder> types = new ArrayList<>();
    types.add(request());
    types.add(result());
    @Nullable Sizes sizes = model.sizes();
    if (sizes != null) {
      types.add(new SizeSource(sizes).toType());
    }
    model.declared().forEach(type -> types.add(declared(type)));
    return types.stream().map(type -> type.addAnnotation(Annotations.GENERATED).build()).toList();
  }

  private TypeSpec.Builder request() {
    AddRequestMethods methods = new AddRequestMethods(model);
    TypeSpec.Builder builder = new BuilderSource(model.request(), 0, model.spec()).toType();
    methods.toBuilder(builder);
    TypeSpec.Builder source =
        record(model.request(), "A task for " + name() + ". Written to JSON as the API wants it.");
    methods.to(source);
    return source.addType(builder.build());
  }

  private TypeSpec.Builder result() {
    TypeSpec.Builder source = record(model.result(), "A result of " + name() + ".");
    new AddResultMethods(model.result()).to(source);
    return source.addType(new BuilderSource(model.result(), 0, model.spec()).toType().build());
  }

  private TypeSpec.Builder declared(JavaType type) {
    if (type instanceof Enumeration enumeration) {
      return new EnumSource(enumeration, 0).toType();
    }
    if (type instanceof Union union) {
      return new UnionSource(union, model.spec()).toType();
    }
    Structure structure = (Structure) type;
    String description = Markup.of(structure.description());
    return record(structure, description.isEmpty() ? "Values that go together." : description)
        .addType(new BuilderSource(structure, 0, model.spec()).toType().build());
  }

  private static TypeSpec.Builder record(Structure structure, String description) {
    return new RecordSource(structure, 0, description, ModelSources::isTaskUuid).toType();
  }

  private static boolean isTaskUuid(Property property) {
    return property.parameter().path().toString().equals("taskUUID");
  }

  private String name() {
    return Markup.of(model.spec().identity().name());
  }
}
