package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Which of the parameters that rules name a request provides: one bit for each in a {@code long},
 * set in one walk over the request. Rules then test bits instead of walking again. Parameters
 * beyond the 64th have no bit; an accessor looks for them.
 */
final class PresenceBits {
  private final RecordType request;
  private final UniqueNames uniqueNames;
  private final Map<ParameterPath, String> constantNames = new LinkedHashMap<>();

  /** Constants take their names from {@code constants}. */
  PresenceBits(RecordType request, UniqueNames constants) {
    this.request = request;
    this.uniqueNames = constants;
  }

  /** Whether a parameter of the task is provided; empty where there is no bit for it. */
  Optional<BooleanExpression> providedCondition(ParameterPath path) {
    @Nullable String known = constantNames.get(path);
    if (known == null
        && constantNames.size() < Long.SIZE
        && !request.propertiesTo(path).isEmpty()) {
      known =
          uniqueNames.allocate(
              Identifiers.constantName(path.lastName(), "PARAMETER"),
              Identifiers.constantName(path.toString(), "PARAMETER"));
      constantNames.put(path, known);
    }
    return Optional.ofNullable(known)
        .map(
            bit ->
                BooleanExpression.atom(
                    "has($L, $N)", Expression.variable(Variable.PRESENCE_BITS), bit));
  }

  /** A constant for each bit. */
  List<FieldSpec> toFields() {
    List<FieldSpec> fields = new ArrayList<>();
    for (String name : constantNames.values()) {
      fields.add(
          FieldSpec.builder(long.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("1L << $L", fields.size())
              .build());
    }
    return fields;
  }

  /** The method that finds all bits, and the one that looks one up; none when there are no bits. */
  List<MethodSpec> toMethods() {
    if (constantNames.isEmpty()) {
      return List.of();
    }
    MethodSpec.Builder provided =
        MethodSpec.methodBuilder("provided")
            .addJavadoc(
                JavadocComment.at(1)
                    .paragraph("The parameters that rules name and the request provides, as bits.")
                    .toCodeBlock())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(long.class)
            .addParameter(request.name(), "request")
            .addStatement("long provided = 0");
    addAssignments(provided, request, "request", new UniqueNames(List.of("provided", "request")));
    MethodSpec has =
        MethodSpec.methodBuilder("has")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(boolean.class)
            .addParameter(long.class, "provided")
            .addParameter(long.class, "parameter")
            .addStatement("return (provided & parameter) != 0")
            .build();
    return List.of(provided.addStatement("return provided").build(), has);
  }

  private void addAssignments(
      MethodSpec.Builder method, RecordType owner, String variable, UniqueNames locals) {
    for (RecordProperty property : owner.properties()) {
      ParameterPath path = property.parameter().path();
      @Nullable String bit = constantNames.get(path);
      if (bit != null) {
        method.addStatement(
            "provided |=$W$N.$N() == null ? 0 : $N", variable, property.name(), bit);
      }
      if (property.type() instanceof RecordType part && hasBitBelow(path)) {
        String local = locals.allocate(property.name(), property.name() + "Parts");
        method
            .addStatement("$T $N = $N.$N()", part.name(), local, variable, property.name())
            .beginControlFlow("if ($N != null)", local);
        addAssignments(method, part, local, locals);
        method.endControlFlow();
      }
    }
  }

  private boolean hasBitBelow(ParameterPath path) {
    return constantNames.keySet().stream()
        .anyMatch(bit -> path.isPrefixOf(bit) && !path.equals(bit));
  }
}
