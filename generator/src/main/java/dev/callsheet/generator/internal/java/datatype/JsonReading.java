package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.runtime.NullableValue;
import dev.callsheet.runtime.support.JsonInput;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/**
 * The methods by which what is sent is read from JSON: each value is taken as what it is there, and
 * nothing is converted by a mapper on the way. Jackson is given them as creators, so they are used
 * whatever mapper reads.
 */
final class JsonReading {
  private static final ClassName INPUT = ClassName.get(JsonInput.class);

  /** The methods of {@link JsonInput} that have a type of the platform. */
  private static final Map<TypeName, String> ACCESSORS =
      Map.of(
          TypeName.get(String.class), "text",
          TypeName.get(UUID.class), "uuid",
          TypeName.get(URI.class), "uri",
          TypeName.get(Boolean.class), "flag",
          TypeName.get(Integer.class), "integer",
          TypeName.get(Long.class), "longInteger",
          TypeName.get(Double.class), "number",
          TypeName.get(BigDecimal.class), "decimal",
          TypeName.get(Object.class), "any");

  private JsonReading() {}

  /** Completes a record's creator, which reads members into a builder. */
  static MethodSpec addTo(MethodSpec.Builder creator, int depth) {
    return creator
        .addJavadoc(javadoc(depth))
        .addParameter(INPUT, "json")
        .addStatement("Builder builder = new Builder()")
        .addStatement("json.members(builder::read)")
        .addStatement("return builder.build()")
        .build();
  }

  /** The method of a builder that takes a member of an object in JSON. */
  static MethodSpec memberReader(RecordType type) {
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (name)");
    for (RecordProperty property : type.properties()) {
      code.addStatement(
          "case $L -> this.$N = $L",
          JavaLiterals.text(property.jsonName()),
          property.name(),
          value(property.type(), "value"));
    }
    return MethodSpec.methodBuilder("read")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(String.class, "name")
        .addParameter(INPUT, "value")
        .addCode(
            code.addStatement("default -> additional(name, value.anyOrNull())")
                .endControlFlow()
                .build())
        .build();
  }

  /** The creator of a union: the type in JSON decides which form a value has. */
  static MethodSpec creator(UnionType type) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("of")
            .addJavadoc(javadoc(1))
            .addAnnotation(GeneratedAnnotations.DELEGATING)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(type.name())
            .addParameter(INPUT, "json");
    List<String> forms = new ArrayList<>();
    for (UnionVariant variant : type.variants()) {
      CodeBlock value = value(variant.type(), "json");
      Form form = Form.of(variant.type());
      forms.add(form.noun);
      method
          .beginControlFlow("if (json.$L())", form.predicate)
          .addStatement(
              "return $L",
              variant.isWrapped() ? CodeBlock.of("new $T($L)", variant.name(), value) : value)
          .endControlFlow();
    }
    return method.addStatement("throw json.unlike($S)", String.join(" or ", forms)).build();
  }

  private static CodeBlock javadoc(int depth) {
    return JavadocComment.at(depth).paragraph("What stands in JSON; for Jackson.").toCodeBlock();
  }

  /** An expression that reads a value from a variable for its JSON. */
  private static CodeBlock value(JavaType type, String json) {
    return type.accept(new ValueExpression(json, 1));
  }

  private static String accessor(TypeName type) {
    return Objects.requireNonNull(ACCESSORS.get(type.box()), () -> "no JSON is read as " + type);
  }

  /**
   * Reads a value from its JSON.
   *
   * @param json a variable that holds it
   * @param depth one more than the lambdas that the expression stands in
   */
  private record ValueExpression(String json, int depth) implements JavaTypeVisitor<CodeBlock> {
    @Override
    public CodeBlock visitJdk(JdkType plain) {
      return CodeBlock.of("$N.$L()", json, accessor(plain.name()));
    }

    @Override
    public CodeBlock visitList(ListType list) {
      return CodeBlock.of("$N.list($L)", json, reader(list.items()));
    }

    @Override
    public CodeBlock visitMap(MapType map) {
      CodeBlock values =
          map.isOfAnything() ? CodeBlock.of("$T::anyOrNull", INPUT) : reader(map.values());
      return CodeBlock.of("$N.map($L)", json, values);
    }

    @Override
    public CodeBlock visitNullable(NullableType nullable) {
      CodeBlock value = CodeBlock.of("$N.orNull($L)", json, reader(nullable.value()));
      return nullable.isPart() ? value : CodeBlock.of("$T.of($L)", NullableValue.class, value);
    }

    @Override
    public CodeBlock visitEnum(EnumType enumeration) {
      return CodeBlock.of(
          "$T.of($N.$L())",
          enumeration.name(),
          json,
          accessor(EnumGenerator.valueType(enumeration)));
    }

    @Override
    public CodeBlock visitRecord(RecordType structure) {
      return CodeBlock.of("$T.of($N)", structure.name(), json);
    }

    @Override
    public CodeBlock visitUnion(UnionType union) {
      return CodeBlock.of("$T.of($N)", union.name(), json);
    }

    /** A function that reads what stands inside; a lambda in a lambda needs another name. */
    private CodeBlock reader(JavaType type) {
      if (type instanceof JdkType plain) {
        return CodeBlock.of("$T::$L", INPUT, accessor(plain.name()));
      }
      if (type instanceof RecordType || type instanceof UnionType) {
        return CodeBlock.of("$T::of", type.name());
      }
      String item = depth == 1 ? "item" : "item" + depth;
      return CodeBlock.of("$N -> $L", item, type.accept(new ValueExpression(item, depth + 1)));
    }
  }

  /**
   * A type in JSON that a form of a union has.
   *
   * @param predicate the method of {@link JsonInput} that knows it
   */
  private record Form(String predicate, String noun) {
    static Form of(JavaType type) {
      return type.accept(FORMS);
    }

    private static Form ofPlain(TypeName type) {
      return switch (accessor(type)) {
        case "text", "uuid", "uri" -> new Form("isText", "a string");
        case "flag" -> new Form("isFlag", "true or false");
        case "integer", "longInteger", "number", "decimal" -> new Form("isNumber", "a number");
        default -> throw new IllegalArgumentException("no form of a union: " + type);
      };
    }
  }

  private static final JavaTypeVisitor<Form> FORMS =
      new JavaTypeVisitor<>() {
        @Override
        public Form visitJdk(JdkType plain) {
          return Form.ofPlain(plain.name());
        }

        @Override
        public Form visitList(ListType list) {
          return new Form("isList", "a list");
        }

        @Override
        public Form visitMap(MapType map) {
          return new Form("isObject", "an object");
        }

        @Override
        public Form visitNullable(NullableType nullable) {
          throw new IllegalArgumentException("a form of a union is not null: " + nullable);
        }

        @Override
        public Form visitEnum(EnumType enumeration) {
          return Form.ofPlain(EnumGenerator.valueType(enumeration));
        }

        @Override
        public Form visitRecord(RecordType structure) {
          return new Form("isObject", "an object");
        }

        @Override
        public Form visitUnion(UnionType union) {
          throw new IllegalArgumentException("a form of a union is no union: " + union.name());
        }
      };
}
