package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.runtime.ModelResult;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/** Makes a record a result of its model: says which of its fields hold the piece of media. */
final class AddResultMethods {
  /** The kinds of media, in the order in which a result's own is looked for. */
  private static final List<String> MEDIA = List.of("media", "video", "image", "audio", "file");

  private final Structure result;

  AddResultMethods(Structure result) {
    this.result = result;
  }

  void to(TypeSpec.Builder source) {
    source
        .addSuperinterface(ModelResult.class)
        .addMethod(media("UUID", UUID.class))
        .addMethod(media("URL", URI.class))
        .addMethod(media("Base64Data", String.class))
        .addMethod(media("DataURI", String.class));
  }

  private MethodSpec media(String suffix, Class<?> type) {
    return MethodSpec.methodBuilder("media" + suffix)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Annotations.nullable(TypeName.get(type)))
        .addStatement("return $L", value(suffix, type))
        .build();
  }

  private CodeBlock value(String suffix, Class<?> type) {
    return MEDIA.stream()
        .flatMap(kind -> result.property(kind + suffix).stream())
        .filter(property -> property.type().equals(new Plain(type)))
        .findFirst()
        .map(property -> CodeBlock.of("$N", property.name()))
        .orElse(CodeBlock.of("null"));
  }
}
