package dev.callsheet.generator.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells GraalVM's {@code native-image} of the types of a model that Jackson looks into, so that
 * they are read and written in an executable, too. These are all records, and what has an
 * annotation of Jackson's; builders and checkers are called without reflection.
 *
 * <p>The entries have no condition. The only one there is waits until a type is initialized, and
 * Jackson looks into a class that JSON is read into before that.
 */
final class NativeImageMetadata {
  private static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private NativeImageMetadata() {}

  /** The file for the types of a package. */
  static GeneratedFile of(String packageName, List<TypeSpec> types) {
    Set<String> names = new TreeSet<>();
    types.forEach(type -> collect(ClassName.get(packageName, type.name()), type, names));
    ObjectNode metadata = MAPPER.createObjectNode();
    for (String name : names) {
      metadata
          .withArray("reflection")
          .addObject()
          .put("type", name)
          .put("allDeclaredConstructors", true)
          .put("allDeclaredFields", true)
          .put("allDeclaredMethods", true);
    }
    return new GeneratedFile(
        "META-INF/native-image/" + packageName + "/reachability-metadata.json",
        MAPPER.writeValueAsString(metadata).replace("\r\n", "\n") + "\n");
  }

  private static void collect(ClassName name, TypeSpec type, Set<String> names) {
    if (type.kind() == TypeSpec.Kind.RECORD
        || annotations(type).anyMatch(NativeImageMetadata::isJackson)) {
      names.add(name.reflectionName());
    }
    type.typeSpecs().forEach(nested -> collect(name.nestedClass(nested.name()), nested, names));
  }

  private static Stream<AnnotationSpec> annotations(TypeSpec type) {
    return Stream.concat(
        type.annotations().stream(),
        type.methodSpecs().stream().map(MethodSpec::annotations).flatMap(List::stream));
  }

  private static boolean isJackson(AnnotationSpec annotation) {
    return annotation.type() instanceof ClassName name
        && name.packageName().equals(JACKSON_ANNOTATIONS);
  }
}
