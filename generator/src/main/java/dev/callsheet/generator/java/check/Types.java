package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.Enumeration;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import dev.callsheet.spec.calculus.JsonType;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What types of Java's and of JSON's have to do with each other. */
final class Types {
  private Types() {}

  /** The value is of a type. */
  static Condition of(Site value, JsonType type) {
    if (value.type() instanceof Union union) {
      return ofForm(value, union, type);
    }
    boolean fits = isOf(value.type(), type) || isPlain(value.type(), Object.class);
    return fits ? Condition.TRUE : Condition.FALSE;
  }

  /** The value has one of the forms that are of the type. */
  private static Condition ofForm(Site value, Union union, JsonType type) {
    List<Variant> fitting =
        union.variants().stream().filter(form -> isOf(form.type(), type)).toList();
    return fitting.size() == union.variants().size()
        ? Condition.TRUE
        : Condition.or(
            fitting.stream()
                .map(
                    form ->
                        Condition.comparison(
                            CodeBlock.of("$L instanceof $T", value.code(), form.name())))
                .toList());
  }

  /** Whether all values of a Java type are of a type of JSON's. */
  static boolean isOf(JavaType java, JsonType type) {
    return switch (type) {
      case STRING ->
          java instanceof Enumeration || isPlain(java, String.class, UUID.class, URI.class);
      case INTEGER -> isPlain(java, Integer.class, Long.class);
      case NUMBER -> java instanceof Plain plain && plain.isNumber();
      case BOOLEAN -> isPlain(java, Boolean.class);
      case OBJECT -> java instanceof Structure;
      case ARRAY -> java instanceof ListOf;
      case NULL -> false;
    };
  }

  /** Whether a type is one of these of the platform. */
  static boolean isPlain(JavaType type, Class<?>... any) {
    return type instanceof Plain plain && List.of(any).contains(plain.type());
  }

  /** A UUID or a URI as the text that it is in JSON; everything else as it is. */
  static Site text(Site value) {
    return isPlain(value.type(), UUID.class, URI.class)
        ? new Site(
            new Plain(String.class), CodeBlock.of("$T.of($L)", RuntimeTypes.TEXTS, value.code()))
        : value;
  }
}
