package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.ParameterPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Makes a record a result of its model: says which of its fields hold the piece of media. */
final class ResultMethods {
  private final JavaModel model;

  ResultMethods(JavaModel model) {
    this.model = model;
  }

  void addTo(TypeSpec.Builder source) {
    source
        .addSuperinterface(ModelResult.class)
        .addMethod(mediaAccessor("UUID", UUID.class, MediaSource.UUID))
        .addMethod(mediaAccessor("URL", URI.class, MediaSource.URL))
        .addMethod(mediaAccessor("Base64Data", String.class, MediaSource.BASE64))
        .addMethod(mediaAccessor("DataURI", String.class, MediaSource.DATA_URI));
  }

  private MethodSpec mediaAccessor(String suffix, Class<?> type, MediaSource form) {
    return MethodSpec.methodBuilder("media" + suffix)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(GeneratedAnnotations.nullable(TypeName.get(type)))
        .addStatement("return $L", value(type, form))
        .build();
  }

  /** The first field of that form that Java has with that type. */
  private CodeBlock value(Class<?> type, MediaSource form) {
    return model.spec().mediaFields().stream()
        .filter(media -> media.form() == form)
        .map(media -> propertiesTo(media.field().path()))
        .filter(properties -> !properties.isEmpty() && holds(properties, type))
        .findFirst()
        .map(ResultMethods::firstValue)
        .orElse(CodeBlock.of("null"));
  }

  /** The properties on the way, through lists, too; none where one form of several lies between. */
  private List<RecordProperty> propertiesTo(ParameterPath path) {
    List<RecordProperty> found = new ArrayList<>();
    JavaType owner = model.result();
    for (String name : path.memberNames()) {
      Optional<RecordProperty> next =
          item(owner) instanceof RecordType part ? part.property(name) : Optional.empty();
      if (next.isEmpty()) {
        return List.of();
      }
      found.add(next.get());
      owner = next.get().type();
    }
    return found;
  }

  private static boolean holds(List<RecordProperty> properties, Class<?> type) {
    return item(properties.get(properties.size() - 1).type()).equals(new JdkType(type));
  }

  /** What a list is of, and everything else itself. */
  private static JavaType item(JavaType type) {
    return type instanceof ListType list ? item(list.items()) : type;
  }

  /** A field's value, or the first there is where the way to it leads on or through lists. */
  private static CodeBlock firstValue(List<RecordProperty> properties) {
    RecordProperty first = properties.get(0);
    if (properties.size() == 1 && !(first.type() instanceof ListType)) {
      return CodeBlock.of("$N", first.name());
    }
    CodeBlock.Builder value =
        CodeBlock.builder().add("$T.ofNullable($N)", Stream.class, first.name());
    addItems(value, first.type());
    for (RecordProperty property : properties.subList(1, properties.size())) {
      value.add("\n.flatMap(part -> $T.ofNullable(part.$N()))", Stream.class, property.name());
      addItems(value, property.type());
    }
    return value.add("\n.findFirst()\n.orElse(null)").build();
  }

  private static void addItems(CodeBlock.Builder value, JavaType type) {
    if (type instanceof ListType list) {
      value.add("\n.flatMap($T::stream)", List.class);
      addItems(value, list.items());
    }
  }
}
