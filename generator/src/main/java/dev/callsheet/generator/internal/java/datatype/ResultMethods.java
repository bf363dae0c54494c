package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.runtime.ModelResult;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/** Makes a record a result of its model: says which of its fields hold the piece of media. */
final class ResultMethods {
  /** The kinds of media, in the order in which a result's own is looked for. */
  private static final List<String> MEDIA_KINDS =
      List.of("media", "video", "image", "audio", "file");

  private final RecordType result;

  ResultMethods(RecordType result) {
    this.result = result;
  }

  void addTo(TypeSpec.Builder source) {
    source
        .addSuperinterface(ModelResult.class)
        .addMethod(mediaAccessor("UUID", UUID.class))
        .addMethod(mediaAccessor("URL", URI.class))
        .addMethod(mediaAccessor("Base64Data", String.class))
        .addMethod(mediaAccessor("DataURI", String.class));
  }

  private MethodSpec mediaAccessor(String suffix, Class<?> type) {
    return MethodSpec.methodBuilder("media" + suffix)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(GeneratedAnnotations.nullable(TypeName.get(type)))
        .addStatement("return $L", value(suffix, type))
        .build();
  }

  private CodeBlock value(String suffix, Class<?> type) {
    return MEDIA_KINDS.stream()
        .flatMap(kind -> result.property(kind + suffix).stream())
        .filter(property -> property.type().equals(new JdkType(type)))
        .findFirst()
        .map(property -> CodeBlock.of("$N", property.name()))
        .orElse(CodeBlock.of("null"));
  }
}
